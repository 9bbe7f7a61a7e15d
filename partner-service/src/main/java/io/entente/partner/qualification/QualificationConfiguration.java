package io.entente.partner.qualification;

import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.policy.QualificationPolicies;
import io.entente.partner.qualification.policy.QualificationPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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
    QualificationPolicies qualificationPolicies(
            ObjectMapper json,
            @Value("${entente.partner.qualification-policies:classpath:policy/qualification-policies.json}")
                    Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new QualificationPolicies(List.of(json.readValue(content, QualificationPolicy[].class)));
        }
    }

    @Bean
    Namesakes namesakes(Partners partners) {
        return new Namesakes(partners);
    }

    @Bean
    QualifyPartner qualifyPartner(
            Qualifications qualifications,
            Partners partners,
            QualificationPolicies policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new QualifyPartner(qualifications, partners, policies, zone, clock);
    }
}
