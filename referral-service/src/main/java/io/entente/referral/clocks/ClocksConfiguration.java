package io.entente.referral.clocks;

import io.entente.referral.partners.TeamFollowers;
import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.view.NextSteps;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the clocks feature. */
@Configuration(proxyBeanMethods = false)
class ClocksConfiguration {

    @Bean
    ClockPolicy clockPolicy() {
        return new ClockRules();
    }

    @Bean
    TeamFollowers handOverClocks(EscalatedClocks clocks, TermsInForce terms, Clock clock) {
        return new HandOverClocks(clocks, terms, clock);
    }

    @Bean
    NextSteps clockNextSteps() {
        return new ClockNextSteps();
    }
}
