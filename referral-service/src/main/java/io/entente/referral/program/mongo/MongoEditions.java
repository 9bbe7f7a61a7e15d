package io.entente.referral.program.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The versions of one list in the collection {@code program_lists}, one document each. The {@code _id} contains the name of
 * the list and the version, so if two people write the same version, one of them is refused. The version in force is kept in
 * memory for a second.
 */
final class MongoEditions<T> implements Editions<T> {

    static final String COLLECTION = "program_lists";

    /** Another instance can have written a version, so one that was read longer ago is read again. */
    static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final String list;
    private final Class<T> type;
    private final MongoOperations mongo;
    private final Clock clock;
    private volatile @Nullable Seen<T> seen;

    MongoEditions(String list, Class<T> type, MongoOperations mongo, Clock clock) {
        this.list = list;
        this.type = type;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Edition<T> inForce() {
        Instant now = clock.instant();
        Seen<T> cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.edition();
        }
        Edition<T> latest = latest();
        seen = new Seen<>(latest, now);
        return latest;
    }

    @Override
    public Edition<T> latest() {
        Document newest = mongo.findOne(
                query(where("_id").gt(list + "/").lt(list + "0"))
                        .with(Sort.by(Sort.Direction.DESC, "_id"))
                        .limit(1),
                Document.class,
                COLLECTION);
        if (newest == null) {
            throw new IllegalStateException("The program's list %s is missing in the store".formatted(list));
        }
        return toEdition(newest);
    }

    @Override
    public Optional<Edition<T>> find(long version) {
        return Optional.ofNullable(mongo.findById(id(version), Document.class, COLLECTION))
                .map(this::toEdition);
    }

    @Override
    public boolean add(Edition<T> next) {
        Document content = new Document();
        mongo.getConverter().write(next.content(), content);
        content.remove("_class");
        try {
            mongo.insert(
                    new Document("_id", id(next.version()))
                            .append("version", next.version())
                            .append("since", Date.from(next.since()))
                            .append("actor", next.actor())
                            .append("content", content),
                    COLLECTION);
        } catch (DuplicateKeyException taken) {
            return false;
        }
        seen = null;
        return true;
    }

    private Edition<T> toEdition(Document stored) {
        return new Edition<>(
                stored.getLong("version"),
                stored.getDate("since").toInstant(),
                stored.getString("actor"),
                mongo.getConverter().read(type, stored.get("content", Document.class)));
    }

    /** A fixed number of digits, so that the order of texts is the order of numbers. */
    private String id(long version) {
        return "%s/%010d".formatted(list, version);
    }

    private record Seen<T>(Edition<T> edition, Instant at) {
        /** A clock that was set back makes it stale as well. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
