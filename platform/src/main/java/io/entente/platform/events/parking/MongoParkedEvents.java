package io.entente.platform.events.parking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.events.parking.ParkedEvent.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Parked records in the collection {@code parked_events}. */
final class MongoParkedEvents implements ParkedEvents {

    private static final String COLLECTION = "parked_events";
    private static final String ID = "_id";
    private static final String LOT = "lot";
    private static final String STATE = "state";
    private static final String POSITION = "position";

    private final MongoOperations mongo;

    MongoParkedEvents(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** For the next record of a lot, and for the operator's list. */
    void createIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(LOT, Direction.ASC)
                        .on(STATE, Direction.ASC)
                        .on(POSITION, Direction.ASC)
                        .named("lot_state_position"));
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index(STATE, Direction.ASC).on(ID, Direction.ASC).named("state_id"));
    }

    @Override
    public boolean add(ParkedEvent event) {
        try {
            mongo.insert(event, COLLECTION);
            return true;
        } catch (DuplicateKeyException stored) {
            return false;
        }
    }

    @Override
    public void remove(String id) {
        mongo.remove(query(where(ID).is(id)), COLLECTION);
    }

    @Override
    public void recordFailure(String id, String error) {
        mongo.updateFirst(
                query(where(ID).is(id)), new Update().set("error", error).inc("attempts", 1), COLLECTION);
    }

    @Override
    public void discard(String id, Instant at) {
        mongo.updateFirst(
                query(where(ID).is(id)),
                new Update().set(STATE, State.DISCARDED).set("discardedAt", at),
                COLLECTION);
    }

    @Override
    public boolean isDiscarded(String id) {
        return mongo.exists(query(where(ID).is(id).and(STATE).is(State.DISCARDED)), COLLECTION);
    }

    @Override
    public Optional<ParkedEvent> find(String id) {
        return Optional.ofNullable(
                mongo.findOne(query(where(ID).is(id).and(STATE).is(State.PARKED)), ParkedEvent.class, COLLECTION));
    }

    @Override
    public Optional<ParkedEvent> firstOf(String lot) {
        Query inOrder = query(where(LOT).is(lot).and(STATE).is(State.PARKED))
                .with(Sort.by(POSITION))
                .limit(1);
        return mongo.find(inOrder, ParkedEvent.class, COLLECTION).stream().findFirst();
    }

    @Override
    public List<ParkedEvent> list(int limit, @Nullable String after) {
        Criteria parked = where(STATE).is(State.PARKED);
        if (after != null) {
            parked = parked.and(ID).gt(after);
        }
        Query page = query(parked).with(Sort.by(ID)).limit(limit);
        page.fields().exclude("value", "headers");
        return mongo.find(page, Document.class, COLLECTION).stream()
                .map(found -> mongo.getConverter().read(ParkedEvent.class, found.append("headers", List.of())))
                .toList();
    }
}
