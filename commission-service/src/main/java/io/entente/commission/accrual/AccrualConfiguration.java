package io.entente.commission.accrual;

import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what accrues deals. */
@Configuration(proxyBeanMethods = false)
class AccrualConfiguration {

    @Bean
    MoveEarlierDeals moveEarlierDeals(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            DealFiles files,
            SubmittedReferrals referrals,
            CorrectCommission correct) {
        return new MoveEarlierDeals(profiles, ledger, commissions, deals, files, referrals, correct);
    }

    @Bean
    AccrueRetainers accrueRetainers(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Compliance compliance,
            CommissionLife life,
            MoveEarlierDeals earlierDeals) {
        return new AccrueRetainers(
                profiles, books, ledger, commissions, deals, referrals, compliance, life, earlierDeals);
    }

    @Bean
    AccrueCommissionHandler accrueCommissionHandler(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Compliance compliance,
            CommissionLife life,
            SettleDeals settling,
            MoveEarlierDeals earlierDeals) {
        return new AccrueCommissionHandler(
                profiles, books, ledger, deals, referrals, compliance, life, settling, earlierDeals);
    }
}
