package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Opens the plan book on an empty system. */
@Configuration(proxyBeanMethods = false)
class PlansStoreConfiguration {

    /**
     * The program's first plans are policy, not code: a file that an installation can replace ({@code
     * entente.commission.first-plans}). Written before the first deal is consumed, which starts after all beans are there.
     */
    @Bean
    SmartInitializingSingleton firstPlanBook(
            MongoPlanBooks books,
            ObjectMapper json,
            @Value("${entente.commission.first-plans:classpath:policy/commission-plans.json}") Resource firstPlans) {
        return () -> books.open(new PlanBook(
                1,
                Arrays.stream(read(firstPlans, json)).map(PlanDocument::toPlan).toList(),
                Map.of()));
    }

    private static PlanDocument[] read(Resource plans, ObjectMapper json) {
        try (InputStream file = plans.getInputStream()) {
            return json.readValue(file, PlanDocument[].class);
        } catch (IOException e) {
            throw new IllegalStateException("the first plans can't be read: " + plans, e);
        }
    }
}
