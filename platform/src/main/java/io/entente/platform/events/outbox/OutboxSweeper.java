package io.entente.platform.events.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what the fast path left: outboxes of a crashed instance, and those whose publishing failed. Looks at once after
 * a start and whenever this instance left something behind, else at the configured interval, since others crash too.
 */
public final class OutboxSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final OutboxStore store;
    private final List<OutboxCollection> collections;
    private final OutboxMetrics metrics;
    private final OutboxProperties properties;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;
    private Instant nextSweep = Instant.MIN;

    public OutboxSweeper(
            OutboxRelay relay,
            OutboxStore store,
            List<OutboxCollection> collections,
            OutboxMetrics metrics,
            OutboxProperties properties,
            Clock clock) {
        this.relay = relay;
        this.store = store;
        this.collections = List.copyOf(collections);
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Publishes every outbox older than the age the fast path is given; counts the younger ones.
     *
     * @return how many outboxes waited
     */
    public long sweep() throws InterruptedException {
        Tally tally = new Tally(clock.instant().minus(properties.fastPathAge()));
        for (OutboxCollection collection : collections) {
            store.forEachPending(collection.name(), tally::add);
        }
        metrics.swept(tally.pending, tally.oldest);
        return tally.pending;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "outbox-sweeper");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = started.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void tick() {
        if (!relay.takeLeftBehind() && clock.instant().isBefore(nextSweep)) {
            return;
        }
        nextSweep = clock.instant().plus(properties.sweepInterval());
        try {
            if (sweep() > 0) {
                // Look again soon, or the metrics would tell of a backlog that has gone.
                nextSweep = earlier(nextSweep, clock.instant().plus(LOOK_AGAIN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Outbox sweep failed, the next one goes on: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
        try {
            if (!relay.awaitIdle(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopping with unpublished outboxes; the next start publishes them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** After the web server and the consumers have stopped: by then nothing writes an outbox any more. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    private final class Tally {
        private final Instant fastPathHorizon;
        private long pending;
        private @Nullable Instant oldest;

        Tally(Instant fastPathHorizon) {
            this.fastPathHorizon = fastPathHorizon;
        }

        void add(PendingOutbox outbox) {
            Instant since = outbox.outbox().since();
            pending++;
            if (oldest == null || since.isBefore(oldest)) {
                oldest = since;
            }
            if (!since.isAfter(fastPathHorizon)) {
                relay(outbox);
            }
        }

        private void relay(PendingOutbox outbox) {
            try {
                relay.relay(outbox);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped in the middle of a sweep", e);
            }
        }
    }
}
