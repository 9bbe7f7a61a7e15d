package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.attribution.sweep.AttributionSweeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of the attribution feature. */
@Configuration(proxyBeanMethods = false)
class AttributionConfiguration {

    @Bean
    AttributionSettings attributionSettings(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.attribution", AttributionSettings.class)
                .get();
    }

    @Bean
    Attribution attribution(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            Undertakings undertakings,
            ProtectionDates dates,
            AttributionPolicies policies,
            AttributionSettings settings,
            IdGenerator ids,
            Clock clock) {
        return new Attribution(claims, claimants, cases, undertakings, dates, policies, settings, ids, clock);
    }

    @Bean
    ConflictHandler conflictHandler(
            ConflictCases cases, Claimants claimants, Undertakings undertakings, Attribution attribution, Clock clock) {
        return new ConflictHandler(cases, claimants, undertakings, attribution, clock);
    }

    @Bean
    AttributionSweeper attributionSweeper(
            Attribution attribution, AttributionSettings settings, MeterRegistry registry) {
        return new AttributionSweeper(attribution, settings, registry);
    }
}
