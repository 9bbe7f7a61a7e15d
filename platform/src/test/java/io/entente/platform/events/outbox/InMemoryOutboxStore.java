package io.entente.platform.events.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Outboxes in a map, cleared under the same condition as in the database. */
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
    public void clear(String collection, List<PendingOutbox> published) {
        for (PendingOutbox outbox : published) {
            outboxes.computeIfPresent(
                    outbox.documentId(),
                    (id, stored) -> stored.outbox().version() == outbox.outbox().version() ? null : stored);
        }
    }
}
