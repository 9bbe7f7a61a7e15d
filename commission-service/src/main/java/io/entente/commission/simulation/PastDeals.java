package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;

/** Partners' deals as the ledger has them. */
public interface PastDeals {

    /** Goes along a partner's chain from its first transaction on, in memory for a few hundred of them. */
    void replay(PartnerId partner, Visitor visitor);

    /** CompositeId of the referrals that a partner handed in within some days, both included. */
    Set<String> submitted(PartnerId partner, LocalDate from, LocalDate to);

    /** Sees what happened, in order. */
    interface Visitor {

        /** A deal closed, or a retainer's client paid. */
        void deal(PastDeal deal);

        /** An earlier deal's commission was corrected by a higher tier. */
        void corrected(LocalDate earnedOn, Money amount);
    }

    /**
     * A deal, and what came of it.
     *
     * @param credit which of the deal's credits is the partner's
     * @param dealsBefore won deals of the partner before this one in the calendar year of {@code closedOn}
     * @param accrued what it earned the partner then; zero where nothing was due
     */
    record PastDeal(
            PricedDeal deal, int credit, String clientKey, String referralId, long dealsBefore, Money accrued) {}
}
