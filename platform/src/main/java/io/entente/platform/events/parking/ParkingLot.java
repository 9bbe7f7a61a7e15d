package io.entente.platform.events.parking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.events.consume.Delivery;
import io.entente.platform.runtime.TransientFailures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Where records wait that could not be handled, and behind each every later record of its aggregate. Kept in the consumer's
 * own store: {@code parked_events} holds the records, {@code parking_lots} one document per aggregate that is held up, whose
 * {@code version} counts what joined it.
 *
 * <p>A record joins a lot by being written, then counted; where counting finds the lot gone, an operator's retry has just
 * emptied it, and the record is handled as usual. The retry removes a lot only at the version at which it saw it empty. So
 * no record is stranded and none overtakes another, without a transaction.
 *
 * @see <a href="../../../../../../../../docs/adr/0003-parking-per-aggregate.md">ADR 3</a>
 */
public final class ParkingLot {

    static final String EVENTS = "parked_events";
    static final String LOTS = "parking_lots";

    private static final Logger LOG = LoggerFactory.getLogger(ParkingLot.class);

    private final MongoOperations mongo;
    private final Clock clock;
    private final Map<String, ParkedHandler> handlers = new ConcurrentHashMap<>();
    /** Lots known to this instance; null until read. Only the owner of a partition adds lots of its aggregates. */
    private volatile @Nullable Set<String> known;

    public ParkingLot(MongoOperations mongo, Clock clock, MeterRegistry registry) {
        this.mongo = mongo;
        this.clock = clock;
        Gauge.builder("entente.parked.aggregates", this, ParkingLot::size)
                .description("Aggregates held up by a parked event")
                .register(registry);
    }

    public void register(ParkedHandler handler) {
        handlers.put(handler.name(), handler);
    }

    /** Reads the lots again at the next event; for when partitions come from another instance. */
    public void forgetWhatIsParked() {
        known = null;
    }

    /** Whether a record's aggregate is held up, as far as this instance knows; {@link #parkBehind} makes sure. */
    public boolean isHeldUp(String consumer, Delivery delivery) {
        return known().contains(ParkedEvent.lot(consumer, delivery.aggregate()));
    }

    /** Parks a record whose aggregate is held up, and says whether it was. */
    public boolean parkBehind(String consumer, Delivery delivery) {
        String lot = ParkedEvent.lot(consumer, delivery.aggregate());
        if (!known().contains(lot)) {
            return false;
        }
        ParkedEvent event = ParkedEvent.of(consumer, delivery, null, clock.instant());
        boolean added = insertUnlessPresent(event);
        Document counted =
                mongo.findAndModify(query(where("_id").is(lot)), new Update().inc("version", 1), Document.class, LOTS);
        if (counted != null) {
            return true;
        }
        known().remove(lot);
        if (added) {
            mongo.remove(query(where("_id").is(event.id())), EVENTS);
        }
        return false;
    }

    /** Parks a record that could not be handled; from now on its aggregate is held up. */
    public void park(String consumer, Delivery delivery, RuntimeException failure) {
        ParkedEvent event = ParkedEvent.of(consumer, delivery, failure, clock.instant());
        if (!insertUnlessPresent(event) && isDiscarded(event)) {
            LOG.info("{} was discarded before and stays so", delivery.position());
            return;
        }
        mongo.findAndModify(
                query(where("_id").is(event.lot())),
                new Update().inc("version", 1).setOnInsert("consumer", consumer),
                FindAndModifyOptions.options().upsert(true),
                Document.class,
                LOTS);
        known().add(event.lot());
        LOG.error("Parked {} of {}: {}", delivery.position(), delivery.aggregate(), ParkedEvent.describe(failure));
    }

    /**
     * Handles a lot's records again, in order, until one fails or none is left; then the aggregate goes on.
     *
     * @return the records handled
     */
    int retry(String lot) {
        int handled = 0;
        while (true) {
            Document before = mongo.findById(lot, Document.class, LOTS);
            if (before == null) {
                return handled;
            }
            Optional<ParkedEvent> next = first(lot);
            if (next.isEmpty()) {
                long removed = mongo.remove(
                                query(where("_id").is(lot).and("version").is(before.get("version"))), LOTS)
                        .getDeletedCount();
                if (removed == 1) {
                    known().remove(lot);
                    return handled;
                }
            } else if (handle(next.get())) {
                handled++;
            } else {
                return handled;
            }
        }
    }

    /** Gives one record up, keeps it as discarded, and goes on with those behind it. */
    int discard(ParkedEvent event) {
        mongo.updateFirst(
                query(where("_id").is(event.id())),
                new Update().set("state", ParkedEvent.State.DISCARDED).set("discardedAt", clock.instant()),
                EVENTS);
        LOG.warn("Discarded {} of {} on an operator's word", event.position(), event.aggregate());
        return retry(event.lot());
    }

    Optional<ParkedEvent> find(String id) {
        return Optional.ofNullable(
                mongo.findOne(query(where("_id").is(id).and("state").is("PARKED")), ParkedEvent.class, EVENTS));
    }

    List<ParkedEvent> list(int limit, @Nullable String after) {
        Criteria parked = where("state").is("PARKED");
        if (after != null) {
            parked = parked.and("_id").gt(after);
        }
        Query page = query(parked).with(Sort.by("_id")).limit(limit);
        page.fields().exclude("value", "headers");
        return mongo.find(page, Document.class, EVENTS).stream()
                .map(found -> mongo.getConverter().read(ParkedEvent.class, found.append("headers", List.of())))
                .toList();
    }

    private boolean handle(ParkedEvent event) {
        ParkedHandler handler = handlers.get(event.consumer());
        if (handler == null) {
            throw new IllegalStateException("no consumer " + event.consumer() + " in this service");
        }
        try {
            handler.handle(event.delivery());
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw failure;
            }
            mongo.updateFirst(
                    query(where("_id").is(event.id())),
                    new Update().set("error", ParkedEvent.describe(failure)).inc("attempts", 1),
                    EVENTS);
            return false;
        }
        mongo.remove(query(where("_id").is(event.id())), EVENTS);
        return true;
    }

    private Optional<ParkedEvent> first(String lot) {
        Query inOrder = query(where("lot").is(lot).and("state").is("PARKED"))
                .with(Sort.by("position"))
                .limit(1);
        return mongo.find(inOrder, ParkedEvent.class, EVENTS).stream().findFirst();
    }

    private boolean insertUnlessPresent(ParkedEvent event) {
        try {
            mongo.insert(event, EVENTS);
            return true;
        } catch (DuplicateKeyException alreadyParked) {
            return false;
        }
    }

    private boolean isDiscarded(ParkedEvent event) {
        return mongo.exists(query(where("_id").is(event.id()).and("state").is("DISCARDED")), EVENTS);
    }

    private Set<String> known() {
        Set<String> lots = known;
        if (lots == null) {
            Set<String> read = ConcurrentHashMap.newKeySet();
            mongo.findAll(Document.class, LOTS).forEach(lot -> read.add(lot.getString("_id")));
            known = read;
            return read;
        }
        return lots;
    }

    private double size() {
        Set<String> lots = known;
        return lots == null ? 0 : lots.size();
    }
}
