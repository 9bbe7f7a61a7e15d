package io.entente.commission.plans.publication;

import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes plans for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class PlanPublicationConfiguration {

    /** @param interval {@code entente.commission.plan-notice-sweep-interval} */
    @Bean
    Sweep planPublicationSweep(
            Sweeps sweeps,
            PlanRegisters registers,
            PlanPublications publications,
            Clock clock,
            @Value("${entente.commission.plan-notice-sweep-interval:5s}") Duration interval) {
        PublishPlans publish = new PublishPlans(registers, publications, clock);
        return sweeps.atStartAndEvery(interval, "plan-publication", publish::sweep);
    }
}
