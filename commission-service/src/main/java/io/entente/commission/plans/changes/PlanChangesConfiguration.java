package io.entente.commission.plans.changes;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Creates the beans that change plans. */
@Configuration(proxyBeanMethods = false)
class PlanChangesConfiguration {

    /** The terms for changes of plans are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<PlanPolicy> planPolicies(
            ObjectMapper json,
            @Value("${entente.commission.plan-policies:classpath:policy/plan-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("terms for changes of plans", json, file, PlanPolicy[].class);
    }

    @Bean
    ChangePlans changePlans(
            PlanRegisters registers,
            PolicyVersions<PlanPolicy> policies,
            PartnerDirectory directory,
            PartnerProfiles profiles,
            IdGenerator ids,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new ChangePlans(registers, policies, new ConcernedPartners(directory, profiles), ids, clock, zone);
    }
}
