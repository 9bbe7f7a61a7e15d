package io.entente.platform.events.outbox;

import io.entente.platform.events.outbox.OutboxStore.Acknowledgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears acknowledged records in bulk. Whatever is acknowledged while one bulk write is running goes into the next. If clearing
 * fails, the sweep publishes the records again: duplicates, but no loss.
 */
public final class OutboxClearer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxClearer.class);
    private static final int BATCH_DOCUMENTS = 500;

    private final OutboxStore store;
    private final Executor executor;
    /** Bounded by the relay's permits, since each flight has at most one entry. */
    private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean working = new AtomicBoolean();

    /** @param executor runs the bulk writes, one at a time */
    public OutboxClearer(OutboxStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    /** Queues an acknowledgement for clearing and calls {@code done} afterwards, even if clearing fails. */
    void clear(String collection, Acknowledgement acknowledgement, Runnable done) {
        queue.add(new Entry(collection, acknowledgement, done));
        workIfIdle();
    }

    private void workIfIdle() {
        if (!queue.isEmpty() && working.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            clear(takeBatch());
        } finally {
            working.set(false);
            // Whoever queued an entry in the meantime relied on this run.
            workIfIdle();
        }
    }

    private List<Entry> takeBatch() {
        List<Entry> batch = new ArrayList<>();
        while (batch.size() < BATCH_DOCUMENTS) {
            Entry next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void clear(List<Entry> batch) {
        Map<String, List<Acknowledgement>> byCollection = new LinkedHashMap<>();
        for (Entry entry : batch) {
            byCollection
                    .computeIfAbsent(entry.collection(), name -> new ArrayList<>())
                    .add(entry.acknowledgement());
        }
        byCollection.forEach(this::clear);
        batch.forEach(entry -> entry.done().run());
    }

    private void clear(String collection, List<Acknowledgement> acknowledged) {
        try {
            store.clear(collection, acknowledged);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Could not clear {} published outboxes of {}; they will be published again: {}",
                    acknowledged.size(),
                    collection,
                    e.toString());
        }
    }

    private record Entry(String collection, Acknowledgement acknowledgement, Runnable done) {}
}
