package io.entente.platform.events.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears published outboxes in bulk, on a thread of its own: whatever was acknowledged while one bulk write was under way
 * goes into the next. An outbox that could not be cleared is published again by the sweep: a duplicate, no loss.
 */
public final class OutboxClearer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxClearer.class);
    private static final int BATCH_DOCUMENTS = 500;

    private final OutboxStore store;
    /** Bounded by the relay's permits: no more can wait here than are in flight. */
    private final BlockingQueue<Published> queue = new LinkedBlockingQueue<>();

    private final Thread worker;
    private volatile boolean running = true;

    public OutboxClearer(OutboxStore store, String name) {
        this.store = store;
        this.worker = new Thread(this::work, name + "-outbox-clearer");
        this.worker.setDaemon(true);
        this.worker.start();
    }

    /** Clears in a while, then calls back; also where clearing failed. */
    void clear(PendingOutbox published, Runnable done) {
        queue.add(new Published(published, done));
    }

    @Override
    public void close() {
        running = false;
        worker.interrupt();
    }

    private void work() {
        List<Published> batch = new ArrayList<>(BATCH_DOCUMENTS);
        while (running) {
            try {
                Published first = queue.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH_DOCUMENTS - 1);
                    clear(batch);
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                batch.forEach(published -> published.done().run());
                batch.clear();
            }
        }
    }

    private void clear(List<Published> batch) {
        Map<String, List<PendingOutbox>> byCollection = new LinkedHashMap<>();
        for (Published published : batch) {
            byCollection
                    .computeIfAbsent(published.outbox().collection(), name -> new ArrayList<>())
                    .add(published.outbox());
        }
        byCollection.forEach((collection, outboxes) -> {
            try {
                store.clear(collection, outboxes);
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} published outboxes of {} not cleared, they will be published again: {}",
                        outboxes.size(),
                        collection,
                        e.toString());
            }
        });
    }

    private record Published(PendingOutbox outbox, Runnable done) {}
}
