package io.entente.referral.program.mongo;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.domain.Actor;
import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.ReasonList;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.ObjectMapper;

/**
 * Provides the program's lists, and stores their first versions in an empty system. The first versions are files that an
 * installation can replace ({@code entente.referral.first-reasons}, {@code entente.referral.first-checklist}).
 */
@Configuration(proxyBeanMethods = false)
class ProgramStoreConfiguration {

    private final MongoOperations mongo;
    private final Clock clock;
    private final Ticker ticker;
    private final ObjectMapper json;

    ProgramStoreConfiguration(MongoOperations mongo, Clock clock, Ticker ticker, ObjectMapper json) {
        this.mongo = mongo;
        this.clock = clock;
        this.ticker = ticker;
        this.json = json;
    }

    @Bean
    Editions<ReasonList> reasonLists(
            @Value("${entente.referral.first-reasons:classpath:policy/referral-reasons.json}") Resource first) {
        return open("reasons", ReasonList.class, first);
    }

    @Bean
    Editions<QualificationChecklist> qualificationChecklists(
            @Value("${entente.referral.first-checklist:classpath:policy/qualification-checklist.json}")
                    Resource first) {
        return open("checklist", QualificationChecklist.class, first);
    }

    /** Stores the first version of a list unless an earlier start or another instance has done so. */
    private <T> Editions<T> open(String list, Class<T> type, Resource first) {
        MongoEditions<T> editions = new MongoEditions<>(list, type, mongo, ticker);
        boolean unused = editions.find(1).isPresent()
                || editions.add(new Edition<>(
                        1, clock.instant().truncatedTo(ChronoUnit.MILLIS), Actor.SYSTEM.value(), read(first, type)));
        return editions;
    }

    private <T> T read(Resource first, Class<T> type) {
        try (InputStream file = first.getInputStream()) {
            return json.readValue(file, type);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the program's first list: " + first, e);
        }
    }
}
