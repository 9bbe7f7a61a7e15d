package io.entente.platform.events.outbox;

import java.util.concurrent.CompletableFuture;

/** Sends a record. The result completes when all in-sync replicas have acknowledged it. */
@FunctionalInterface
public interface RecordPublisher {

    CompletableFuture<?> publish(OutboxRecord record);
}
