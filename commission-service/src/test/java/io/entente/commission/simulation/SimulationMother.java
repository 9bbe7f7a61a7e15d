package io.entente.commission.simulation;

import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import java.util.List;

/** Simulates what is in a ledger. */
public final class SimulationMother {

    private SimulationMother() {}

    /** Prices the whole past of a partner under a draft. */
    public static List<Comparison> simulated(
            CommissionPlan draft,
            PartnerProfile partner,
            PlanBook book,
            Ledger ledger,
            CreditedDeals deals,
            SubmittedReferrals referrals) {
        PastDeals past = new LedgerPastDeals(ledger, deals, referrals);
        Simulation simulation =
                new Simulation(draft, new Period(java.time.LocalDate.parse("2000-01-01"), null), partner, book, past);
        past.replay(partner.id(), simulation);
        return simulation.result();
    }
}
