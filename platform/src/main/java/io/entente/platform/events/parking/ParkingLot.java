package io.entente.platform.events.parking;

import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.runtime.TransientFailures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the records that could not be handled. Every later record of the same aggregate waits behind them in order, until an
 * operator retries or discards the first. Other aggregates go on.
 *
 * <p>A record joins a lot in two steps: it is stored, and then counted in the lot. If the lot turns out to be gone, an
 * operator's retry has just emptied it; the record is taken back and handled as usual. A retry closes a lot only at the
 * version at which it found the lot empty. In this way no record is stranded and none overtakes another, and no transaction
 * is needed.
 *
 * @see <a href="../../../../../../../../docs/adr/0003-parking-per-aggregate.md">ADR 3</a>
 */
public final class ParkingLot {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingLot.class);

    private final ParkedEvents events;
    private final ParkingLots lots;
    private final Clock clock;
    private final Map<String, ParkedHandler> handlers = new ConcurrentHashMap<>();
    /**
     * The open lots as far as this instance knows; null until they have been read. Only the owner of a partition opens lots
     * for its aggregates.
     */
    private volatile @Nullable Set<String> known;

    ParkingLot(ParkedEvents events, ParkingLots lots, Clock clock, MeterRegistry registry) {
        this.events = events;
        this.lots = lots;
        this.clock = clock;
        Gauge.builder("entente.parked.aggregates", this, ParkingLot::size)
                .description("Aggregates that are held up by a parked event")
                .register(registry);
    }

    public void register(ParkedHandler handler) {
        handlers.put(handler.name(), handler);
    }

    /** Reads the lots again before the next event. Needed when a partition comes from another instance. */
    public void forgetLots() {
        known = null;
    }

    /** Whether a record's aggregate is held up as far as this instance knows. {@link #parkBehind} checks it in the store. */
    public boolean isHeldUp(String consumer, Delivery delivery) {
        return known().contains(ParkedEvent.lot(consumer, delivery.aggregate()));
    }

    /**
     * Parks a record if its aggregate is held up.
     *
     * @return false if the aggregate is not held up, so that the record has to be handled
     */
    public boolean parkBehind(String consumer, Delivery delivery) {
        if (!isHeldUp(consumer, delivery)) {
            return false;
        }
        ParkedEvent event = ParkedEvent.of(consumer, delivery, null, clock.instant());
        boolean added = events.add(event);
        if (lots.join(event.lot())) {
            return true;
        }
        known().remove(event.lot());
        if (added) {
            events.remove(event.id());
        }
        return false;
    }

    /** Parks a record that could not be handled. From now on its aggregate is held up. */
    public void park(String consumer, Delivery delivery, RuntimeException failure) {
        ParkedEvent event = ParkedEvent.of(consumer, delivery, failure, clock.instant());
        if (!events.add(event) && events.isDiscarded(event.id())) {
            LOG.info("{} has been discarded before and is not parked again", delivery.position());
            return;
        }
        lots.open(event.lot(), consumer);
        known().add(event.lot());
        LOG.error("Parked {} of {}: {}", delivery.position(), delivery.aggregate(), ParkedEvent.describe(failure));
    }

    /**
     * Handles the records of a lot again, in order, until one fails or none is left. If none is left, the aggregate is no
     * longer held up.
     *
     * @return how many records were handled
     */
    int retry(String lot) {
        int handled = 0;
        while (true) {
            OptionalLong version = lots.version(lot);
            if (version.isEmpty()) {
                return handled;
            }
            Optional<ParkedEvent> next = events.firstOf(lot);
            if (next.isPresent()) {
                if (!handle(next.get())) {
                    return handled;
                }
                handled++;
            } else if (lots.close(lot, version.getAsLong())) {
                known().remove(lot);
                return handled;
            }
        }
    }

    /**
     * Gives up one record, which stays stored as discarded, and retries those behind it.
     *
     * @return how many records were handled
     */
    int discard(ParkedEvent event) {
        events.discard(event.id(), clock.instant());
        LOG.warn("An operator has discarded {} of {}", event.position(), event.aggregate());
        return retry(event.lot());
    }

    Optional<ParkedEvent> find(String id) {
        return events.find(id);
    }

    List<ParkedEvent> list(int limit, @Nullable String after) {
        return events.list(limit, after);
    }

    private boolean handle(ParkedEvent event) {
        ParkedHandler handler = handlers.get(event.consumer());
        if (handler == null) {
            throw new IllegalStateException("This service has no consumer " + event.consumer());
        }
        try {
            handler.handle(event.delivery());
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw failure;
            }
            events.recordFailure(event.id(), ParkedEvent.describe(failure));
            return false;
        }
        events.remove(event.id());
        return true;
    }

    private Set<String> known() {
        Set<String> current = known;
        if (current == null) {
            current = ConcurrentHashMap.newKeySet();
            current.addAll(lots.all());
            known = current;
        }
        return current;
    }

    private double size() {
        Set<String> current = known;
        return current == null ? 0 : current.size();
    }
}
