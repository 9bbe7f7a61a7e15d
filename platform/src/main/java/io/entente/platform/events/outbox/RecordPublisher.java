package io.entente.platform.events.outbox;

import java.util.concurrent.CompletableFuture;

/** Sends one record; the result is there once the broker has acknowledged it on all in-sync replicas. */
@FunctionalInterface
public interface RecordPublisher {

    CompletableFuture<?> publish(OutboxRecord record);
}
