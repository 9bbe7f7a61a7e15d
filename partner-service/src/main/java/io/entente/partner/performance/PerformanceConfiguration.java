package io.entente.partner.performance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what partners have achieved. */
@Configuration(proxyBeanMethods = false)
class PerformanceConfiguration {

    @Bean
    RecordPerformance recordPerformance(PartnerFacts facts) {
        return new RecordPerformance(facts);
    }
}
