package io.entente.commission.simulation;

import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.changes.PlanRegisters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the objects that price past deals under a draft plan. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean
    PastDeals pastDeals(Ledger ledger, CreditedDeals deals, SubmittedReferrals referrals) {
        return new LedgerPastDeals(ledger, deals, referrals);
    }

    @Bean
    SimulatePlan simulatePlan(
            PartnerDirectory directory,
            PartnerProfiles profiles,
            PlanBooks books,
            PlanRegisters registers,
            PastDeals past) {
        return new SimulatePlan(directory, profiles, books, registers, past);
    }
}
