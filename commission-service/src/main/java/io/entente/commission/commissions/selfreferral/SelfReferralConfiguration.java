package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.release.DealCommissions;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that recognise self-referrals and decide about them. */
@Configuration(proxyBeanMethods = false)
class SelfReferralConfiguration {

    @Bean
    SelfReferrals selfReferrals(SelfReferralCases cases, Clock clock) {
        return new SelfReferrals(cases, clock);
    }

    @Bean
    DecideSelfReferral decideSelfReferral(
            SelfReferralCases cases,
            CreditedDeals deals,
            DealFiles files,
            RefusedDeals uncounting,
            CommissionLife life,
            KnownFacts facts,
            ProgramCalendar calendar) {
        return new DecideSelfReferral(cases, new DealCommissions(deals, files), uncounting, life, facts, calendar);
    }
}
