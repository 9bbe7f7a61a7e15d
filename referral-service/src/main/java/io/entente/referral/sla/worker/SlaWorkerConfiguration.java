package io.entente.referral.sla.worker;

import io.entente.referral.sla.ClockedReferrals;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaSweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the sweep. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlaProperties.class)
class SlaWorkerConfiguration {

    @Bean
    SlaSweep slaSweep(ClockedReferrals referrals, Clock clock) {
        return new SlaSweep(referrals, clock);
    }

    @Bean
    SlaSweeper slaSweeper(
            SlaSweep sweep, SlaBoard board, SlaProperties properties, MeterRegistry registry, Clock clock) {
        return new SlaSweeper(sweep, board, new SlaMetrics(registry), properties, clock);
    }
}
