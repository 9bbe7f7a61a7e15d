package io.entente.partner.alerts;

import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires alerts. */
@Configuration(proxyBeanMethods = false)
class AlertsConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<AlertPolicy> alertPolicies(
            ObjectMapper json,
            @Value("${entente.partner.alert-policies:classpath:policy/alert-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for alerts", json, file, AlertPolicy[].class);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RaiseAlerts raiseAlerts(
            Partners partners,
            PartnerFacts facts,
            Scorecards scorecards,
            Alerts alerts,
            AlertWatch watch,
            PolicyVersions<AlertPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new RaiseAlerts(partners, facts, scorecards, alerts, watch, policies, zone, clock);
    }

    @Bean
    AlertNotes alertNotes(Alerts alerts) {
        return new AlertNotes(alerts);
    }

    @Bean
    Sweep alertsSweep(
            Sweeps sweeps, RaiseAlerts raise, @Value("${entente.partner.alerts-interval:PT5M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "alerts", raise::run);
    }
}
