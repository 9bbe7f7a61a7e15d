package io.entente.platform.events.outbox;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes outboxes: one aggregate's records in order, many aggregates at once; clears an outbox when the broker has
 * acknowledged all of it. Several relays may publish the same outbox: that duplicates, it never loses or reorders.
 *
 * <p>A record is sent only after the one before it in its aggregate is acknowledged. Were both in flight, the first could
 * fail and the second arrive, and a consumer that has seen sequence 2 would refuse 1 as old.
 */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** Outboxes between read and cleared. Bounds memory while the broker is slow. */
    static final int MAX_IN_FLIGHT = 4_000;

    /** How long a patient writer waits for room; a broker that is away longer is the sweep's. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RecordPublisher publisher;
    private final OutboxClearer clearer;
    private final OutboxMetrics metrics;
    private final Executor continuation;
    private final Semaphore permits = new Semaphore(MAX_IN_FLIGHT);
    private final Set<Flight> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean leftBehind = true;

    /** @param continuation sends an aggregate's second record and on: the producer's own thread must never wait for a send */
    public OutboxRelay(RecordPublisher publisher, OutboxClearer clearer, OutboxMetrics metrics, Executor continuation) {
        this.publisher = publisher;
        this.clearer = clearer;
        this.metrics = metrics;
        this.continuation = continuation;
    }

    /**
     * The fast path, right after a write: publishes without waiting. Where too many are under way, or publishing fails, the
     * sweep does it later.
     *
     * @return completes when the broker has acknowledged every record; exceptionally where that is left to the sweep
     */
    public CompletableFuture<Void> offer(PendingOutbox pending) {
        return permits.tryAcquire() ? publish(pending) : leaveBehind();
    }

    /**
     * As {@link #offer}, for a writer with nobody waiting for its answer, like a consumer: where too many are under way it
     * waits for room. A writer that outruns the broker would only leave the sweep more and more to look for.
     */
    public CompletableFuture<Void> offerPatiently(PendingOutbox pending) {
        try {
            return permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? publish(pending) : leaveBehind();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leaveBehind();
        }
    }

    private CompletableFuture<Void> leaveBehind() {
        leftBehind = true;
        return CompletableFuture.failedFuture(new IllegalStateException("too many outboxes in flight"));
    }

    /** The sweep's path: waits for room, then publishes; does nothing where this relay is already at it. */
    void relay(PendingOutbox pending) throws InterruptedException {
        if (inFlight.contains(Flight.of(pending))) {
            return;
        }
        permits.acquire();
        CompletableFuture<Void> unused = publish(pending);
    }

    /** Whether something was left to the sweep since this was last asked. */
    boolean takeLeftBehind() {
        boolean left = leftBehind;
        leftBehind = false;
        return left;
    }

    /** Waits until nothing is in flight. */
    boolean awaitIdle(long timeout, TimeUnit unit) throws InterruptedException {
        if (!permits.tryAcquire(MAX_IN_FLIGHT, timeout, unit)) {
            return false;
        }
        permits.release(MAX_IN_FLIGHT);
        return true;
    }

    private CompletableFuture<Void> publish(PendingOutbox pending) {
        Flight flight = Flight.of(pending);
        inFlight.add(flight);
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        sendNext(pending.outbox().records().iterator(), acknowledged);
        return acknowledged.whenComplete((ok, failure) -> {
            if (failure == null) {
                clearer.clear(pending, () -> land(flight));
            } else {
                metrics.publishFailed();
                leftBehind = true;
                land(flight);
                LOG.warn("Outbox of {} not published, the sweep will: {}", pending.documentId(), failure.toString());
            }
        });
    }

    private void sendNext(Iterator<OutboxRecord> rest, CompletableFuture<Void> acknowledged) {
        OutboxRecord record = rest.next();
        CompletableFuture<?> unused = publisher.publish(record).whenComplete((ack, failure) -> {
            if (failure != null) {
                acknowledged.completeExceptionally(failure);
                return;
            }
            metrics.published(record.topic());
            if (rest.hasNext()) {
                continuation.execute(() -> sendNext(rest, acknowledged));
            } else {
                acknowledged.complete(null);
            }
        });
    }

    private void land(Flight flight) {
        inFlight.remove(flight);
        permits.release();
    }

    private record Flight(String collection, String documentId, long version) {
        static Flight of(PendingOutbox pending) {
            return new Flight(
                    pending.collection(), pending.documentId(), pending.outbox().version());
        }
    }
}
