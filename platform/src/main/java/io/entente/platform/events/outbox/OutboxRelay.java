package io.entente.platform.events.outbox;

import io.entente.platform.events.outbox.OutboxStore.Acknowledgement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes outboxes: the records of one aggregate in order, many aggregates at the same time. It clears records when the
 * broker has acknowledged them. Several instances may publish the same outbox. That duplicates records, but it never loses or
 * reorders any.
 *
 * <p>A record is sent only after the previous record of its aggregate has been acknowledged. If both were in flight, the first
 * could fail while the second arrives, and a consumer that has seen sequence 2 would reject sequence 1 as old.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** Aggregates between read and cleared. The bound limits memory while the broker is slow. */
    static final int MAX_IN_FLIGHT = 4_000;

    /** How long a service that stops waits for the acknowledgements of what it has sent. */
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    /** How long a patient writer waits for room. If the broker is away for longer, the sweep takes over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RecordPublisher publisher;
    private final OutboxClearer clearer;
    private final OutboxMetrics metrics;
    private final Executor executor;
    private final Semaphore permits = new Semaphore(MAX_IN_FLIGHT);
    private final ConcurrentMap<Flight.Key, Flight> flights = new ConcurrentHashMap<>();
    private volatile boolean leftBehind = true;
    private volatile boolean running;

    /** @param executor sends all but the first record of a flight: the producer's own thread must never wait for a send */
    public OutboxRelay(RecordPublisher publisher, OutboxClearer clearer, OutboxMetrics metrics, Executor executor) {
        this.publisher = publisher;
        this.clearer = clearer;
        this.metrics = metrics;
        this.executor = executor;
    }

    /**
     * Publishes an outbox right after it was written, without waiting. If too many aggregates are in flight, or publishing
     * fails, the sweep publishes it later.
     *
     * @return completes when the broker has acknowledged each record; exceptionally if that is left to the sweep
     */
    public CompletableFuture<Void> offer(PendingOutbox pending) {
        CompletableFuture<Void> joined = join(pending);
        if (joined != null) {
            return joined;
        }
        return permits.tryAcquire() ? takeOff(pending) : leaveBehind();
    }

    /**
     * Does the same as {@link #offer} for a writer with nobody waiting for its answer, such as a consumer: if too many
     * aggregates are in flight, it waits for room. Otherwise a writer that is faster than the broker would leave more and
     * more to the sweep.
     */
    public CompletableFuture<Void> offerPatiently(PendingOutbox pending) {
        CompletableFuture<Void> joined = join(pending);
        if (joined != null) {
            return joined;
        }
        try {
            return permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? takeOff(pending) : leaveBehind();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leaveBehind();
        }
    }

    /** What this instance knows of the publication of an aggregate; stays valid after the publication has ended. */
    public Publication publication(String collection, String documentId) {
        Flight flight = flights.get(new Flight.Key(collection, documentId));
        return flight == null ? Publication.NONE : flight;
    }

    /** Publishes an outbox that the sweep has found. Waits for room if too many aggregates are in flight. */
    void relay(PendingOutbox pending) throws InterruptedException {
        CompletableFuture<Void> published = join(pending);
        if (published == null) {
            permits.acquire();
            published = takeOff(pending);
        }
    }

    /** Whether something was left to the sweep since the last call. */
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

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!awaitIdle(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopping with unpublished outboxes; the next start publishes them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server, the consumers and the sweeps. By then nothing writes an outbox any more. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    private CompletableFuture<Void> leaveBehind() {
        leftBehind = true;
        return CompletableFuture.failedFuture(new IllegalStateException("too many outboxes in flight"));
    }

    private @Nullable CompletableFuture<Void> join(PendingOutbox pending) {
        Flight running = flights.get(pending.key());
        return running == null ? null : running.join(pending.outbox()).orElse(null);
    }

    /** Starts a flight with the permit that the caller has acquired, or joins one that has started meanwhile. */
    private CompletableFuture<Void> takeOff(PendingOutbox pending) {
        while (true) {
            Flight fresh = new Flight(pending.key(), this);
            Flight running = flights.putIfAbsent(pending.key(), fresh);
            Flight flight = running == null ? fresh : running;
            CompletableFuture<Void> published = flight.join(pending.outbox()).orElse(null);
            if (published == null) {
                flights.remove(pending.key(), flight);
                continue;
            }
            if (flight == running) {
                permits.release();
            }
            return published;
        }
    }

    CompletableFuture<?> publish(OutboxRecord record) {
        return publisher.publish(record);
    }

    void acknowledged(OutboxRecord record) {
        metrics.published(record.topic());
    }

    void sendNext(Flight flight) {
        executor.execute(flight::send);
    }

    void clear(Flight flight, long version, Runnable done) {
        clearer.clear(
                flight.key().collection(), new Acknowledgement(flight.key().documentId(), version), done);
    }

    void land(Flight flight) {
        flights.remove(flight.key(), flight);
        permits.release();
    }

    void abandon(Flight flight, Throwable failure) {
        metrics.publishFailed();
        leftBehind = true;
        land(flight);
        LOG.warn("Could not publish the outbox of {}; the sweep will: {}", flight.key(), failure.toString());
    }
}
