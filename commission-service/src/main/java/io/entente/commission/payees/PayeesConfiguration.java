package io.entente.commission.payees;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
    PayeePolicies payeePolicies(
            ObjectMapper json,
            @Value("${entente.commission.payee-policies:classpath:policy/payee-policies.json}") Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new PayeePolicies(List.of(json.readValue(content, PayeePolicy[].class)));
        }
    }
}
