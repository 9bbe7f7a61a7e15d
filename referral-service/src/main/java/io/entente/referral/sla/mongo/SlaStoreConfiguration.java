package io.entente.referral.sla.mongo;

import io.entente.referral.sla.SlaPolicyBook;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Creates the policy book in an empty system. */
@Configuration(proxyBeanMethods = false)
class SlaStoreConfiguration {

    /**
     * The program's first policies and calendar are a file that an installation can replace ({@code
     * entente.referral.sla.first-policies}). It is stored before the first request, because requests are accepted only after
     * all beans have been created.
     */
    @Bean
    SmartInitializingSingleton firstSlaPolicies(
            MongoSlaPolicies policies,
            ObjectMapper json,
            @Value("${entente.referral.sla.first-policies:classpath:sla/first-policies.json}") Resource first) {
        return () -> policies.open(read(first, json).toBook());
    }

    record FirstPolicies(List<SlaPolicyDocument> policies, List<CalendarDocument> calendars) {

        SlaPolicyBook toBook() {
            return new SlaPolicyBook(
                    1,
                    policies.stream().map(SlaPolicyDocument::toPolicy).toList(),
                    calendars.stream().map(CalendarDocument::toCalendar).toList());
        }
    }

    static FirstPolicies read(Resource first, ObjectMapper json) {
        try (InputStream file = first.getInputStream()) {
            return json.readValue(file, FirstPolicies.class);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the first SLA policies: " + first, e);
        }
    }
}
