package io.entente.platform.events.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A broker for which the test acknowledges or refuses each record. */
final class FakeBroker implements RecordPublisher {

    final List<OutboxRecord> received = new ArrayList<>();
    private final Deque<CompletableFuture<Void>> unacknowledged = new ArrayDeque<>();

    @Override
    public synchronized CompletableFuture<?> publish(OutboxRecord record) {
        received.add(record);
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        unacknowledged.add(acknowledgement);
        return acknowledgement;
    }

    /** Acknowledges the oldest record; does nothing if none waits. */
    void acknowledge() {
        if (isWaiting()) {
            unacknowledged.remove().complete(null);
        }
    }

    boolean isWaiting() {
        return !unacknowledged.isEmpty();
    }

    void refuse() {
        unacknowledged.remove().completeExceptionally(new IllegalStateException("broker away"));
    }

    List<Long> sequences() {
        return received.stream().map(record -> record.envelope().sequence()).toList();
    }
}
