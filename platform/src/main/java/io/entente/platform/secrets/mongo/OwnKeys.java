package io.entente.platform.secrets.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.StoredKey;
import io.entente.platform.secrets.WrappedKey;
import io.entente.platform.secrets.WrappedKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The data keys that the documents of a collection have within themselves. */
public final class OwnKeys implements WrappedKeys {

    private static final String ID = "_id";
    private static final String WRAPPED = "wrapped";
    private static final String WRAPPED_BY = "wrappedBy";
    private static final String PATH = SealedCollection.OWN_KEY + ".";

    private final MongoOperations mongo;
    private final SealedCollection collection;

    public OwnKeys(MongoOperations mongo, SealedCollection collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    /** Creates the index that a rotation needs. */
    public void createIndexes() {
        mongo.indexOps(collection.name())
                .createIndex(new Index(PATH + WRAPPED_BY, Sort.Direction.ASC).named("data_key_wrapped_by"));
    }

    /** The key of a document; empty if it has none, or if it was destroyed. */
    static Optional<WrappedKey> of(Document document) {
        return document.get(SealedCollection.OWN_KEY) instanceof Document key
                        && key.get(WRAPPED) instanceof Binary wrapped
                ? Optional.of(new WrappedKey(wrapped.getData(), key.getInteger(WRAPPED_BY)))
                : Optional.empty();
    }

    /** The stored form of a key. */
    public static Document document(WrappedKey key) {
        return new Document(WRAPPED, new Binary(key.bytes())).append(WRAPPED_BY, key.wrappedBy());
    }

    @Override
    public List<StoredKey> wrappedByOther(int wrapping, int count) {
        return others(wrapping)
                .flatMap(other -> {
                    other.fields().include(SealedCollection.OWN_KEY);
                    return mongo.find(other.limit(count), Document.class, collection.name()).stream();
                })
                .map(document -> new StoredKey(
                        collection.document(document.getString(ID)),
                        of(document).orElse(null)))
                .toList();
    }

    @Override
    public long countWrappedByOther(int wrapping) {
        return others(wrapping)
                .mapToLong(other -> mongo.count(other, collection.name()))
                .sum();
    }

    @Override
    public boolean replace(StoredKey before, WrappedKey after) {
        WrappedKey key = before.key();
        if (key == null) {
            return false;
        }
        // A document that was written since has another key, so the bytes are compared.
        Query same = query(where(ID)
                .is(before.owner().substring(collection.document("").length()))
                .and(PATH + WRAPPED)
                .is(key.bytes()));
        return mongo.updateFirst(
                                same,
                                new Update()
                                        .set(PATH + WRAPPED, after.bytes())
                                        .set(PATH + WRAPPED_BY, after.wrappedBy()),
                                collection.name())
                        .getModifiedCount()
                > 0;
    }

    /** Two ranges, so that each is served by the index. */
    private Stream<Query> others(int wrapping) {
        return Stream.of(
                query(where(PATH + WRAPPED_BY).lt(wrapping)),
                query(where(PATH + WRAPPED_BY).gt(wrapping)));
    }
}
