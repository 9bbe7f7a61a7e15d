package io.entente.platform.secrets.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.secrets.DataKeyStore;
import io.entente.platform.secrets.StoredKey;
import io.entente.platform.secrets.WrappedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Data keys in the collection {@code data_keys}, by owner. Without this collection and the keyset, nobody can read what is encrypted; a
 * backup needs both, kept apart.
 */
public final class MongoDataKeys implements DataKeyStore {

    private static final String COLLECTION = "data_keys";
    private static final String ID = "_id";
    private static final String WRAPPED = "wrapped";
    private static final String WRAPPED_BY = "wrappedBy";
    private static final String DESTROYED_AT = "destroyedAt";
    private static final FindAndModifyOptions UPSERT =
            FindAndModifyOptions.options().upsert(true).returnNew(true);

    private final MongoOperations mongo;

    public MongoDataKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Creates the index that a rotation needs. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index(WRAPPED_BY, Sort.Direction.ASC).named("wrapped_by"));
    }

    @Override
    public Optional<StoredKey> find(String owner) {
        return Optional.ofNullable(mongo.findById(owner, KeyDocument.class, COLLECTION))
                .map(KeyDocument::key);
    }

    @Override
    public StoredKey findOrAdd(String owner, Supplier<WrappedKey> fresh) {
        WrappedKey key = fresh.get();
        Update add = new Update().setOnInsert(WRAPPED, key.bytes()).setOnInsert(WRAPPED_BY, key.wrappedBy());
        try {
            return Objects.requireNonNull(mongo.findAndModify(byId(owner), add, UPSERT, KeyDocument.class, COLLECTION))
                    .key();
        } catch (DuplicateKeyException addedByOther) {
            return find(owner).orElseThrow();
        }
    }

    @Override
    public List<StoredKey> wrappedByOther(int wrapping, int count) {
        List<StoredKey> found = new ArrayList<>();
        // Two ranges, so that each is served by the index. Destroyed keys have no such field.
        for (Query other : others(wrapping)) {
            mongo.find(other.limit(count), KeyDocument.class, COLLECTION).forEach(key -> found.add(key.key()));
        }
        return found;
    }

    @Override
    public long countWrappedByOther(int wrapping) {
        return others(wrapping).stream()
                .mapToLong(other -> mongo.count(other, COLLECTION))
                .sum();
    }

    @Override
    public boolean replace(StoredKey before, WrappedKey after) {
        WrappedKey key = before.key();
        if (key == null) {
            return false;
        }
        return mongo.updateFirst(
                                query(where(ID)
                                        .is(before.owner())
                                        .and(WRAPPED_BY)
                                        .is(key.wrappedBy())),
                                new Update().set(WRAPPED, after.bytes()).set(WRAPPED_BY, after.wrappedBy()),
                                COLLECTION)
                        .getModifiedCount()
                > 0;
    }

    @Override
    public void destroy(String owner, Instant now) {
        mongo.upsert(
                byId(owner), new Update().set(DESTROYED_AT, now).unset(WRAPPED).unset(WRAPPED_BY), COLLECTION);
    }

    private static List<Query> others(int wrapping) {
        return List.of(
                query(where(WRAPPED_BY).lt(wrapping)), query(where(WRAPPED_BY).gt(wrapping)));
    }

    private static Query byId(String owner) {
        return query(where(ID).is(owner));
    }

    /** The stored form of a key. Of a destroyed one, the time remains. */
    record KeyDocument(
            @Id String id, byte @Nullable [] wrapped, @Nullable Integer wrappedBy, @Nullable Instant destroyedAt) {

        StoredKey key() {
            return new StoredKey(id, wrapped == null || wrappedBy == null ? null : new WrappedKey(wrapped, wrappedBy));
        }
    }
}
