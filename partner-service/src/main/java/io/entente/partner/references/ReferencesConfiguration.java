package io.entente.partner.references;

import io.entente.partner.outside.OutsideMessageWriter;
import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.partner.references.policy.ReferencePolicy;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Wires requests for references. */
@Configuration(proxyBeanMethods = false)
class ReferencesConfiguration {

    /** Times are policy, not code: a file that an installation replaces with its own. */
    @Bean
    PolicyVersions<ReferencePolicy> referencePolicies(
            ObjectMapper json,
            @Value("${entente.partner.reference-policies:classpath:policy/reference-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for references", json, file, ReferencePolicy[].class);
    }

    /** @param linkPrefix {@code entente.partner.references.link-prefix}, an address that referees can open */
    @Bean
    AskForReferences askForReferences(
            ReferenceRequests requests,
            Partners partners,
            QualifyPartner qualify,
            OutsideMessageWriter messages,
            PolicyVersions<ReferencePolicy> policies,
            @Value("${entente.partner.references.link-prefix:http://localhost:8081/api/references/}") String linkPrefix,
            SecureRandom secretsOfLinks,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new AskForReferences(
                requests, partners, qualify, messages, policies, linkPrefix, secretsOfLinks, zone, clock);
    }

    @Bean
    Sweep referencesSweep(
            Sweeps sweeps,
            AskForReferences references,
            @Value("${entente.partner.references.interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "references", references::remindAndExpire);
    }
}
