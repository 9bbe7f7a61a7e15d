package io.entente.referral.clocks;

import io.entente.referral.referral.ClockPolicy;
import io.entente.referral.referral.view.NextSteps;
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
    NextSteps clockNextSteps() {
        return new ClockNextSteps();
    }
}
