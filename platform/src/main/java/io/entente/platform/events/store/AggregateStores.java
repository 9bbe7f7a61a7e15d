package io.entente.platform.events.store;

import io.entente.platform.events.outbox.OutboxRelay;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes the {@link AggregateStore} of a repository. A bean of each service that has an outbox. */
public final class AggregateStores {

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public AggregateStores(MongoOperations mongo, OutboxRelay relay, Clock clock, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    public <A, E, D extends AggregateDocument> AggregateStore<A, E, D> of(AggregateMapping<A, E, D> mapping) {
        return new AggregateStore<>(mongo, relay, clock, events, mapping);
    }
}
