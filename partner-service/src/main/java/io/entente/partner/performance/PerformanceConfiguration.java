package io.entente.partner.performance;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what partners have achieved. */
@Configuration(proxyBeanMethods = false)
class PerformanceConfiguration {

    @Bean
    RecordPerformance recordPerformance(PartnerFacts facts) {
        return new RecordPerformance(facts);
    }

    @Bean
    RecordReferrals recordReferrals(PartnerFacts facts) {
        return new RecordReferrals(facts);
    }

    @Bean
    TellChanges tellChanges(PartnerFacts facts, List<PerformanceListener> listeners) {
        return new TellChanges(facts, listeners);
    }

    @Bean
    Sweep figuresSweep(
            Sweeps sweeps, TellChanges tell, @Value("${entente.partner.figures-interval:PT5S}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "figures", tell::run);
    }
}
