package io.entente.commission.payees;

import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Reads the terms for payees. */
@Configuration(proxyBeanMethods = false)
class PayeesConfiguration {

    /** The program's terms are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<PayeePolicy> payeePolicies(
            ObjectMapper json,
            @Value("${entente.commission.payee-policies:classpath:policy/payee-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("terms for payees", json, file, PayeePolicy[].class);
    }
}
