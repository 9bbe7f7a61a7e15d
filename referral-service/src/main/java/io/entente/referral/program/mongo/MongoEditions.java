package io.entente.referral.program.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Stores the versions of one list in the collection {@code program_lists}, one document each. The {@code _id} contains the name of
 * the list and the version, so if two people write the same version, one of them is refused. The version in force is kept in
 * memory for a second.
 */
final class MongoEditions<T> implements Editions<T> {

    static final String COLLECTION = "program_lists";

    /** The longest time for which an instance uses a version that another instance has replaced. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final String list;
    private final Class<T> type;
    private final MongoOperations mongo;
    private final LoadingCache<String, Edition<T>> inForce;

    MongoEditions(String list, Class<T> type, MongoOperations mongo, Ticker ticker) {
        this.list = list;
        this.type = type;
        this.mongo = mongo;
        this.inForce = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(FRESH_FOR)
                .ticker(ticker)
                .build(name -> latest());
    }

    @Override
    public Edition<T> inForce() {
        return inForce.get(list);
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
        inForce.invalidateAll();
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
}
