package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ChainedStandings;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.StoredStandings;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.commissions.settlement.YearlyCaps;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that accrue deals. */
@Configuration(proxyBeanMethods = false)
class AccrualConfiguration {

    @Bean
    ClientStandings clientStandings(Ledger ledger, Transactions transactions, StoredStandings stored) {
        return new ChainedStandings(ledger, transactions, stored);
    }

    @Bean
    MoveEarlierDeals moveEarlierDeals(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            DealFiles files,
            ClientStandings standings,
            SubmittedReferrals referrals,
            CorrectCommission correct,
            PlanBooks books) {
        return new MoveEarlierDeals(profiles, books, ledger, commissions, deals, files, standings, referrals, correct);
    }

    @Bean
    AccrueRetainers accrueRetainers(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            PriceRetainersAgain pricing,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            YearlyCaps caps,
            MoveEarlierDeals earlierDeals,
            Recounts recounts,
            UnpricedDeals unpriced,
            NoteRefunds refunds,
            ProgramCalendar calendar) {
        return new AccrueRetainers(
                profiles,
                books,
                ledger,
                new RetainerChanges(books, ledger, commissions, pricing, recounts, life, caps, refunds, calendar),
                deals,
                standings,
                referrals,
                compliance,
                selfReferrals,
                life,
                earlierDeals,
                recounts,
                unpriced);
    }

    @Bean
    AccrueDeals accrueDeals(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Transactions transactions,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            SettleDeals settling,
            MoveEarlierDeals earlierDeals,
            RepriceDeals repriceDeals,
            UnpricedDeals unpriced) {
        return new AccrueDeals(
                profiles,
                books,
                ledger,
                transactions,
                deals,
                standings,
                referrals,
                compliance,
                selfReferrals,
                life,
                settling,
                earlierDeals,
                repriceDeals,
                unpriced);
    }

    @Bean
    PriceUnpricedDeals priceUnpricedDeals(
            UnpricedDeals unpriced,
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            DealFiles files,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            SettleDeals settling,
            KnownFacts facts,
            ProgramCalendar calendar,
            MoveEarlierDeals earlierDeals) {
        return new PriceUnpricedDeals(
                unpriced,
                profiles,
                books,
                ledger,
                commissions,
                new PastPricing(ledger, deals, files, standings, referrals),
                compliance,
                selfReferrals,
                life,
                settling,
                facts,
                calendar,
                earlierDeals);
    }
}
