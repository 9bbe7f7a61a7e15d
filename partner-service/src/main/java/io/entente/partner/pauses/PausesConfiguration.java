package io.entente.partner.pauses;

import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.pauses.policy.PausePolicy;
import io.entente.partner.performance.PartnerFacts;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires pauses because of missed promises. */
@Configuration(proxyBeanMethods = false)
class PausesConfiguration {

    /** The rules are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<PausePolicy> pausePolicies(
            ObjectMapper json,
            @Value("${entente.partner.pause-policies:classpath:policy/pause-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for pauses", json, file, PausePolicy[].class);
    }

    @Bean
    ReviewPromises reviewPromises(
            PartnerFacts facts,
            PartnerCommandHandler partners,
            PolicyVersions<PausePolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new ReviewPromises(facts, partners, policies, zone);
    }
}
