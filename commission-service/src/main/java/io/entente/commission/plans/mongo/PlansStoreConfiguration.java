package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import io.entente.platform.events.outbox.OutboxCollection;
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

/** Writes the first plan book into an empty store. */
@Configuration(proxyBeanMethods = false)
class PlansStoreConfiguration {

    /**
     * Reads the program's first plans from a file, which an installation can replace ({@code
     * entente.commission.first-plans}). They are written before any deal is consumed, because consumers start after all
     * beans have been created.
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

    @Bean
    OutboxCollection planNoticesOutbox() {
        return new OutboxCollection(PlanNoticeMapping.COLLECTION);
    }

    @Bean
    OutboxCollection planPublicationsOutbox() {
        return new OutboxCollection(PlanPublicationMapping.COLLECTION);
    }

    private static PlanDocument[] read(Resource plans, ObjectMapper json) {
        try (InputStream file = plans.getInputStream()) {
            return json.readValue(file, PlanDocument[].class);
        } catch (IOException e) {
            throw new IllegalStateException("The first plans can't be read: " + plans, e);
        }
    }
}
