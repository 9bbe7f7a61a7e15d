package io.entente.partner.qualification;

import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.policy.QualificationPolicy;
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

/** Wires the qualification of partners. */
@Configuration(proxyBeanMethods = false)
class QualificationConfiguration {

    /** The criteria are policy, not code: a file that an installation replaces with its own. */
    @Bean
    PolicyVersions<QualificationPolicy> qualificationPolicies(
            ObjectMapper json,
            @Value("${entente.partner.qualification-policies:classpath:policy/qualification-policies.json}")
                    Resource file)
            throws IOException {
        return PolicyFiles.read("criteria", json, file, QualificationPolicy[].class);
    }

    @Bean
    Namesakes namesakes(Partners partners) {
        return new Namesakes(partners);
    }

    @Bean
    QualifyPartner qualifyPartner(
            Qualifications qualifications,
            Partners partners,
            PolicyVersions<QualificationPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new QualifyPartner(qualifications, partners, policies, zone, clock);
    }
}
