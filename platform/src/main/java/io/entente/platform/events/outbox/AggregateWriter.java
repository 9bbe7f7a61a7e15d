package io.entente.platform.events.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import java.util.concurrent.CompletableFuture;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Writes the document of an aggregate, with state and outbox, in one operation and hands its outbox to the relay. New code uses
 * the store of aggregates in {@code events.store}, which keeps what it has loaded.
 */
public final class AggregateWriter {

    private final MongoOperations mongo;
    private final OutboxRelay relay;

    public AggregateWriter(MongoOperations mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.relay = relay;
    }

    /**
     * Stores a new aggregate.
     *
     * @return completes when the broker has acknowledged the events; exceptionally if that is left to the sweep. Few callers
     *     wait for it
     * @throws org.springframework.dao.DuplicateKeyException if the id, or another unique key, is taken
     */
    public CompletableFuture<Void> insert(String collection, OutboxDocument document) {
        mongo.insert(document, collection);
        return relay(collection, document);
    }

    /**
     * Replaces an aggregate at the version at which it was read, which is one less than the document's.
     *
     * @throws ConcurrentUpdateException if another write came in between; read again and decide again
     */
    public CompletableFuture<Void> replace(String collection, OutboxDocument document) {
        long readAt = document.version() - 1;
        long replaced = mongo.replace(
                        query(where("_id").is(document.id()).and("version").is(readAt)), document, collection)
                .getModifiedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("%s changed since version %d".formatted(document.id(), readAt));
        }
        return relay(collection, document);
    }

    /** Publishes what is still in the outbox of a document that was read from the store. */
    public CompletableFuture<Void> relay(String collection, OutboxDocument document) {
        Outbox outbox = document.outbox();
        return outbox == null
                ? CompletableFuture.completedFuture(null)
                : relay.offer(new PendingOutbox(collection, document.id(), outbox));
    }
}
