package io.entente.commission.lifecycle.mongo;

import io.entente.commission.lifecycle.AdjustmentPolicy;
import io.entente.commission.lifecycle.CompliancePolicy;
import io.entente.commission.lifecycle.ProgramCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import tools.jackson.databind.ObjectMapper;

/** The one index beside {@code _id}, the program's calendar, and its policies: files that an installation can replace. */
@Configuration(proxyBeanMethods = false)
class LifecycleStoreConfiguration {

    @Bean
    SmartInitializingSingleton creditedDealsIndex(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoCreditedDeals.COLLECTION)
                .createIndex(new Index(MongoCreditedDeals.KEY, Sort.Direction.ASC)
                        .named("deal")
                        .unique());
    }

    /** @param zone where the program's days begin; {@code entente.program.time-zone} */
    @Bean
    ProgramCalendar programCalendar(@Value("${entente.program.time-zone:UTC}") String zone, Clock clock) {
        return new ProgramCalendar(ZoneId.of(zone), clock);
    }

    /** @param file the demands of countries; {@code entente.commission.compliance} */
    @Bean
    CompliancePolicy compliancePolicy(
            ObjectMapper json,
            @Value("${entente.commission.compliance:classpath:policy/compliance.json}") Resource file) {
        return new CompliancePolicy(List.of(read(file, CompliancePolicy.Demand[].class, json)));
    }

    /** @param file the versions; {@code entente.commission.adjustments} */
    @Bean
    AdjustmentPolicy adjustmentPolicy(
            ObjectMapper json,
            @Value("${entente.commission.adjustments:classpath:policy/adjustments.json}") Resource file) {
        return new AdjustmentPolicy(List.of(read(file, AdjustmentPolicy.Version[].class, json)));
    }

    private static <T> T read(Resource file, Class<T> type, ObjectMapper json) {
        try (InputStream stored = file.getInputStream()) {
            return json.readValue(stored, type);
        } catch (IOException e) {
            throw new IllegalStateException("the policy can't be read: " + file, e);
        }
    }
}
