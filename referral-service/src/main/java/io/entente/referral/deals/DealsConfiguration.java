package io.entente.referral.deals;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.deals.correction.AmendDealHandler;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.view.ReferralDeals;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the deals feature. */
@Configuration(proxyBeanMethods = false)
class DealsConfiguration {

    @Bean
    WinReferrals winReferrals(
            Referrals referrals,
            ReferralCommandHandler commands,
            ClockPolicy clocks,
            PendingWins pending,
            Deals deals,
            Clock clock) {
        return new WinReferrals(referrals, commands, clocks, pending, deals, clock);
    }

    @Bean
    Sweep winSweep(
            Sweeps sweeps, WinReferrals wins, @Value("${entente.referral.deals.sweep-interval}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "wins", wins::sweep);
    }

    @Bean
    CloseDealHandler closeDealHandler(
            Referrals referrals, Deals deals, DealKeys keys, WinReferrals wins, DealRules rules) {
        return new CloseDealHandler(referrals, deals, keys, wins, rules);
    }

    @Bean
    DealRules dealRules(KnownPartners partners, Clock clock) {
        return new DealRules(partners, clock);
    }

    @Bean
    AmendDealHandler amendDealHandler(Referrals referrals, Deals deals, DealRules rules) {
        return new AmendDealHandler(referrals, deals, rules);
    }

    @Bean
    ReverseDealHandler reverseDealHandler(Referrals referrals, Deals deals, WinReferrals wins) {
        return new ReverseDealHandler(referrals, deals, wins);
    }

    @Bean
    ReferralDeals referralDeals(Deals deals) {
        return new ShownDeals(deals);
    }
}
