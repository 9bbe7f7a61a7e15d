package io.entente.partner.applications;

import io.entente.partner.applications.policy.ApplicationPolicy;
import io.entente.partner.outside.OutsideMessageWriter;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.RegisterPartnerHandler;
import io.entente.partner.qualification.Namesakes;
import io.entente.partner.qualification.QualifyPartner;
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

/** Wires applications. */
@Configuration(proxyBeanMethods = false)
class ApplicationsConfiguration {

    /** Times and the text of the consent are policy, not code: a file that an installation replaces with its own. */
    @Bean
    PolicyVersions<ApplicationPolicy> applicationPolicies(
            ObjectMapper json,
            @Value("${entente.partner.application-policies:classpath:policy/application-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("rules for applications", json, file, ApplicationPolicy[].class);
    }

    /** @param linkPrefix {@code entente.partner.applications.link-prefix}, an address that applicants can open */
    @Bean
    TakeApplications takeApplications(
            Applications applications,
            OutsideMessageWriter messages,
            PolicyVersions<ApplicationPolicy> policies,
            @Value("${entente.partner.applications.link-prefix:http://localhost:8081/api/partner-applications/}")
                    String linkPrefix,
            SecureRandom secretsOfLinks,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new TakeApplications(applications, messages, policies, linkPrefix, secretsOfLinks, zone, clock);
    }

    @Bean
    RegisterApplicants registerApplicants(
            Applications applications,
            RegisterPartnerHandler register,
            Partners partners,
            QualifyPartner qualify,
            Namesakes namesakes) {
        return new RegisterApplicants(applications, register, partners, qualify, namesakes);
    }

    @Bean
    Sweep applicationsSweep(
            Sweeps sweeps,
            TakeApplications applications,
            @Value("${entente.partner.applications.interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "applications", applications::endDue);
    }
}
