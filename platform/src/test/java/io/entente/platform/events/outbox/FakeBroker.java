package io.entente.platform.events.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A broker whose acknowledgements a test gives one by one, or refuses. */
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

    void acknowledge() {
        unacknowledged.remove().complete(null);
    }

    void refuse() {
        unacknowledged.remove().completeExceptionally(new IllegalStateException("broker away"));
    }

    List<Long> sequences() {
        return received.stream().map(record -> record.envelope().sequence()).toList();
    }
}
