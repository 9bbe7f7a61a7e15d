package io.entente.systemtests.faults;

import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.outbox.RecordPublisher;
import java.util.concurrent.CompletableFuture;

/** Wraps the service's own publisher and has a fault point before it and another after the broker's acknowledgement. */
record FaultyPublisher(RecordPublisher publisher, Fault fault) implements RecordPublisher {

    @Override
    public CompletableFuture<?> publish(OutboxRecord record) {
        fault.pass(FaultPoint.BEFORE_PUBLISH);
        CompletableFuture<Object> told = new CompletableFuture<>();
        CompletableFuture<?> unused = publisher.publish(record).whenComplete((acknowledgement, failure) -> {
            if (failure != null) {
                told.completeExceptionally(failure);
            } else if (!fault.strikes(FaultPoint.AFTER_ACKNOWLEDGEMENT)) {
                told.complete(acknowledgement);
            }
            // Past the fault the acknowledgement is never passed on. The producer's thread must continue, so it isn't
            // held here.
        });
        return told;
    }
}
