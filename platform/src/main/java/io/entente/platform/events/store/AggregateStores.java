package io.entente.platform.events.store;

import io.entente.platform.events.outbox.OutboxRelay;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes the {@link AggregateStore} of a repository. A bean of each service that has an outbox. */
public final class AggregateStores {

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Clock clock;

    public AggregateStores(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
    }

    public <A, E, D extends AggregateDocument> AggregateStore<A, E, D> of(AggregateMapping<A, E, D> mapping) {
        return new AggregateStore<>(mongo, relay, clock, mapping);
    }
}
