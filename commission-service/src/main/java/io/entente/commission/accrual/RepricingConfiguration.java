package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.RetainerRevenue;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that price corrected deals again. */
@Configuration(proxyBeanMethods = false)
class RepricingConfiguration {

    @Bean
    Recounts recounts(Ledger ledger, Transactions transactions) {
        return new Recounts(ledger, transactions);
    }

    @Bean
    RecountDeals recountDeals(PartnerProfiles profiles, Ledger ledger, Commissions commissions, Recounts recounts) {
        return new RecountDeals(profiles, ledger, commissions, recounts);
    }

    @Bean
    UncountRefused uncountRefused(
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Transactions transactions,
            PlanBooks books,
            RecountDeals recountDeals,
            Recounts recounts,
            NoteRefunds refunds,
            MoveEarlierDeals others,
            PriceNextInLine nextInLine,
            UnpricedDeals unpriced) {
        return new UncountRefused(
                deals, referrals, transactions, books, recountDeals, recounts, refunds, others, nextInLine, unpriced);
    }

    @Bean
    OpenedHolds openedHolds(
            Compliance compliance, SelfReferrals selfReferrals, PartnerProfiles profiles, CommissionLife life) {
        return new OpenedHolds(compliance, selfReferrals, profiles, life);
    }

    @Bean
    Repricing repricing(CommissionLife life, KnownFacts facts, OpenedHolds holds, ProgramCalendar calendar) {
        return new Repricing(life, facts, holds, calendar);
    }

    @Bean
    PriceRetainersAgain priceRetainersAgain(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            DealFiles files,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Repricing repricing,
            Recounts recounts,
            NoteRefunds refunds,
            UnpricedDeals unpriced) {
        return new PriceRetainersAgain(
                profiles,
                ledger,
                commissions,
                files,
                deals,
                standings,
                referrals,
                repricing,
                recounts,
                refunds,
                unpriced);
    }

    @Bean
    PriceAgain priceAgain(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            Repricing repricing,
            PriceRetainersAgain retainers,
            UnpricedDeals unpriced) {
        return new PriceAgain(
                profiles,
                ledger,
                commissions,
                deals,
                standings,
                referrals,
                compliance,
                selfReferrals,
                life,
                repricing,
                retainers,
                unpriced);
    }

    @Bean
    RepriceDeals repriceDeals(
            DealAmendments amendments,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Ledger ledger,
            PlanBooks books,
            RecountDeals recountDeals,
            Recounts recounts,
            PriceAgain pricing,
            DealFiles files,
            Transactions transactions,
            MoveEarlierDeals others,
            PriceNextInLine nextInLine,
            UnpricedDeals unpriced,
            SettleDeals settling) {
        return new RepriceDeals(
                amendments,
                deals,
                referrals,
                ledger,
                books,
                recountDeals,
                pricing,
                new RetainerRevenue(files, transactions, recounts),
                others,
                nextInLine,
                unpriced,
                settling);
    }

    @Bean
    PriceNextInLine priceNextInLine(
            Ledger ledger,
            CreditedDeals deals,
            DealFiles files,
            Recounts recounts,
            PriceAgain pricing,
            PriceRetainersAgain retainers,
            ClientStandings standings,
            SubmittedReferrals referrals,
            CommissionLife life,
            OpenedHolds holds,
            KnownFacts facts,
            ProgramCalendar calendar,
            SettleDeals settling) {
        return new PriceNextInLine(
                ledger,
                deals,
                files,
                recounts,
                pricing,
                retainers,
                new PriceLater(
                        new PastPricing(ledger, deals, files, standings, referrals), life, settling, facts, calendar),
                holds,
                settling);
    }
}
