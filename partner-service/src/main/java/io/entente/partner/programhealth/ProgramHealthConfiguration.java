package io.entente.partner.programhealth;

import io.entente.partner.partnership.Partners;
import io.entente.partner.programcosts.ProgramCosts;
import io.entente.partner.scorecards.Scorecards;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires the health of the program. */
@Configuration(proxyBeanMethods = false)
class ProgramHealthConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<HealthPolicy> healthPolicies(
            ObjectMapper json,
            @Value("${entente.partner.health-policies:classpath:policy/health-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for the program's health", json, file, HealthPolicy[].class);
    }

    @Bean
    MeasureHealth measureHealth(
            Partners partners,
            Scorecards scorecards,
            ProgramCosts costs,
            PolicyVersions<HealthPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new MeasureHealth(partners, scorecards, costs, policies, zone);
    }
}
