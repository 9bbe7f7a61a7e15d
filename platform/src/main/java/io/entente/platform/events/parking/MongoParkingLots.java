package io.entente.platform.events.parking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Lots in the collection {@code parking_lots}, one document for each aggregate that is held up. */
final class MongoParkingLots implements ParkingLots {

    private static final String COLLECTION = "parking_lots";
    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoOperations mongo;

    MongoParkingLots(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void open(String lot, String consumer) {
        mongo.findAndModify(
                query(where(ID).is(lot)),
                new Update().inc(VERSION, 1).setOnInsert("consumer", consumer),
                FindAndModifyOptions.options().upsert(true),
                Document.class,
                COLLECTION);
    }

    @Override
    public boolean join(String lot) {
        return mongo.findAndModify(query(where(ID).is(lot)), new Update().inc(VERSION, 1), Document.class, COLLECTION)
                != null;
    }

    @Override
    public OptionalLong version(String lot) {
        Document found = mongo.findById(lot, Document.class, COLLECTION);
        return found == null
                ? OptionalLong.empty()
                : OptionalLong.of(found.get(VERSION, Number.class).longValue());
    }

    @Override
    public boolean close(String lot, long version) {
        return mongo.remove(query(where(ID).is(lot).and(VERSION).is(version)), COLLECTION)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public Set<String> all() {
        return mongo.findAll(Document.class, COLLECTION).stream()
                .map(lot -> lot.getString(ID))
                .collect(Collectors.toSet());
    }
}
