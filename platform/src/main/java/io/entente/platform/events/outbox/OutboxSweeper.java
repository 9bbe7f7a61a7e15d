package io.entente.platform.events.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what was not published right after its write: the outboxes of an instance that has crashed, and those that could
 * not be published. It looks immediately after a start and whenever this instance has left something behind, and otherwise at
 * an interval, because other instances can crash, too.
 */
public final class OutboxSweeper {

    /** How often {@link #sweepIfDue} is to be called. */
    static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final OutboxStore store;
    private final List<OutboxCollection> collections;
    private final OutboxMetrics metrics;
    private final OutboxProperties properties;
    private final Clock clock;
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

    /** Sweeps if the interval has passed or this instance has left something behind. */
    void sweepIfDue() {
        if (!relay.takeLeftBehind() && clock.instant().isBefore(nextSweep)) {
            return;
        }
        nextSweep = clock.instant().plus(properties.sweepInterval());
        if (sweep() > 0) {
            // Without another look soon, the metrics would keep reporting a backlog that has gone.
            nextSweep = earlier(nextSweep, clock.instant().plus(LOOK_AGAIN));
        }
    }

    /**
     * Publishes each outbox that is older than the time allowed for the fast path, and counts the younger ones.
     *
     * @return how many outboxes were waiting
     */
    public long sweep() {
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
                throw new IllegalStateException("interrupted in the middle of a sweep", e);
            }
        }
    }
}
