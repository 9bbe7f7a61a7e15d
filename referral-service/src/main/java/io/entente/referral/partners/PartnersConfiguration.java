package io.entente.referral.partners;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The beans of the partners feature. */
@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {

    @Bean
    Arrivals arrivals(
            KnownPartners partners,
            @Value("${entente.referral.policy.profile-patience}") Duration patience,
            ThreadPoolTaskScheduler taskScheduler) {
        return new Arrivals(
                partners,
                patience,
                (after, task) -> {
                    var unused = taskScheduler.schedule(
                            task, taskScheduler.getClock().instant().plus(after));
                },
                taskScheduler);
    }
}
