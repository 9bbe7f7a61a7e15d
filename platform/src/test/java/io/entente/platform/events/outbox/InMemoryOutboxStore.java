package io.entente.platform.events.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps outboxes in a map and clears them under the same condition as the database. */
final class InMemoryOutboxStore implements OutboxStore {

    final Map<String, PendingOutbox> outboxes = new ConcurrentHashMap<>();

    void put(PendingOutbox outbox) {
        outboxes.put(outbox.documentId(), outbox);
    }

    @Override
    public void forEachPending(String collection, Consumer<PendingOutbox> action) {
        List.copyOf(outboxes.values()).forEach(action);
    }

    @Override
    public void clear(String collection, List<Acknowledgement> acknowledged) {
        for (Acknowledgement acknowledgement : acknowledged) {
            outboxes.computeIfPresent(
                    acknowledgement.documentId(), (id, stored) -> without(stored, acknowledgement.version()));
        }
    }

    private static @Nullable PendingOutbox without(PendingOutbox stored, long version) {
        Outbox left = stored.outbox().withoutUpTo(version);
        return left == null ? null : new PendingOutbox(stored.collection(), stored.documentId(), left);
    }
}
