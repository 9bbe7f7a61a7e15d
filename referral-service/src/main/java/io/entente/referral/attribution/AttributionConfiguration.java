package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.attribution.checks.CheckClientHandler;
import io.entente.referral.attribution.checks.ClientChecks;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.KnownPartners;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of the attribution feature. */
@Configuration(proxyBeanMethods = false)
class AttributionConfiguration {

    private static final Duration CHECK_INTERVAL = Duration.ofMinutes(1);

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
            PendingClaimChanges pendingChanges,
            ProtectionDates dates,
            AttributionPolicies policies,
            AttributionSettings settings,
            IdGenerator ids,
            Clock clock) {
        return new Attribution(claims, claimants, cases, pendingChanges, dates, policies, settings, ids, clock);
    }

    @Bean
    ConflictHandler conflictHandler(
            ConflictCases cases,
            Claimants claimants,
            PendingClaimChanges pendingChanges,
            Attribution attribution,
            Clock clock) {
        return new ConflictHandler(cases, claimants, pendingChanges, attribution, clock);
    }

    @Bean
    CheckClientHandler checkClientHandler(
            ClientChecks checks,
            Attribution attribution,
            AttributionPolicies policies,
            KnownPartners partners,
            Clock clock) {
        return new CheckClientHandler(checks, attribution, policies, partners, clock);
    }

    /** Releases clients whose hold has ended. Others can claim them before that, so the sweep only tidies up. */
    @Bean
    Sweep clientCheckSweep(Sweeps sweeps, CheckClientHandler checks) {
        return sweeps.every(CHECK_INTERVAL, "client-checks", checks::sweep);
    }

    /** Counts {@code entente.attribution.sweep.due}: the interrupted changes and due dates that sweeps found. */
    @Bean
    Sweep attributionSweep(
            Sweeps sweeps, Attribution attribution, AttributionSettings settings, MeterRegistry registry) {
        Counter due = Counter.builder("entente.attribution.sweep.due")
                .description("Interrupted claim changes and due protection dates that sweeps found")
                .register(registry);
        return sweeps.every(settings.sweepInterval(), "attribution", () -> due.increment(attribution.sweep()));
    }
}
