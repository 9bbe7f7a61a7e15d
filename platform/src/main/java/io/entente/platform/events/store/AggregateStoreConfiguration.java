package io.entente.platform.events.store;

import io.entente.platform.events.outbox.OutboxConfiguration;
import io.entente.platform.events.outbox.OutboxRelay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Offers the stores of aggregates to a service's repositories. */
@AutoConfiguration(after = OutboxConfiguration.class)
public class AggregateStoreConfiguration {

    @Bean
    AggregateStores aggregateStores(
            MongoOperations mongo, OutboxRelay relay, Clock clock, ApplicationEventPublisher events) {
        return new AggregateStores(mongo, relay, clock, events);
    }
}
