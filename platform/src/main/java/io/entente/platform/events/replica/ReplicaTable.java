package io.entente.platform.events.replica;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.events.consume.Handled;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.ReplaceOptions;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A local copy of a compacted topic: one document for each key of the topic, with the version of the record that it was
 * written from. A record whose version is not higher than the stored one changes nothing, so records may be delivered again
 * and in any order. A tombstone erases.
 *
 * <p>A consumer of the topic hands records to {@link #apply} and tombstones to {@link #erase}:
 *
 * <pre>{@code
 * consumers.named("profiles")
 *         .on("profile.v1", Profile.class, (profile, envelope) -> table.apply(profile.toValue()))
 *         .onTombstone(table::erase);
 * }</pre>
 *
 * <p>Reads come from memory for a short time, and from the store if the value is absent there or was read too long ago. A
 * change that this instance applies is seen by its next read; a change that another instance applies is seen after at most
 * that time. Absence is never remembered.
 *
 * @param <D> the document, whose {@code _id} is the key and which has a field {@code version}
 * @param <V> the value that it is read to
 */
public final class ReplicaTable<D, V> {

    /** Values that are held in memory at most. */
    public static final int MAX_CACHED = 10_000;

    private final MongoOperations mongo;
    private final Form<D, V> form;
    private final @Nullable Cache<String, V> cache;

    /**
     * How the copy is stored.
     *
     * @param read turns a document into a value
     * @param write turns a value into the document that replaces the stored one
     * @param key of a value; the topic's key
     * @param version of a value; grows with each change of the original
     * @param erasedFields the fields that a tombstone removes; if there are none, it removes the whole document
     */
    public record Form<D, V>(
            String collection,
            Class<D> type,
            Function<D, V> read,
            Function<V, D> write,
            Function<V, String> key,
            ToLongFunction<V> version,
            List<String> erasedFields) {

        public Form {
            erasedFields = List.copyOf(erasedFields);
        }

        /** A form whose documents a tombstone removes. */
        public Form(
                String collection,
                Class<D> type,
                Function<D, V> read,
                Function<V, D> write,
                Function<V, String> key,
                ToLongFunction<V> version) {
            this(collection, type, read, write, key, version, List.of());
        }
    }

    /**
     * @param freshFor how long a value that was read from the store is served from memory; zero keeps nothing in memory,
     *     which suits personal data
     */
    public ReplicaTable(MongoOperations mongo, Form<D, V> form, Duration freshFor, Ticker ticker) {
        this.mongo = mongo;
        this.form = form;
        this.cache = freshFor.isZero()
                ? null
                : Caffeine.newBuilder()
                        .maximumSize(MAX_CACHED)
                        .expireAfterWrite(freshFor)
                        .ticker(ticker)
                        .build();
    }

    public Optional<V> find(String key) {
        return Optional.ofNullable(cache == null ? stored(key) : cache.get(key, this::stored));
    }

    /** Reads several values into memory with one query. Call it before a loop that calls {@link #find}. */
    public void prefetch(Collection<String> keys) {
        if (cache != null) {
            Map<String, V> unused = cache.getAll(keys, this::stored);
        }
    }

    /** Stores a value if it is newer than the stored one. */
    public Handled apply(V value) {
        boolean stored = storeIfNewer(value);
        forget(form.key().apply(value));
        return stored ? Handled.APPLIED : Handled.DUPLICATE;
    }

    /** Erases what the key stands for. */
    public Handled erase(String key) {
        boolean erased = form.erasedFields().isEmpty() ? removeDocument(key) : removeFields(key);
        forget(key);
        return erased ? Handled.APPLIED : Handled.DUPLICATE;
    }

    private boolean storeIfNewer(V value) {
        String key = form.key().apply(value);
        long version = form.version().applyAsLong(value);
        Query older = query(where("_id").is(key).and("version").lt(version));
        D document = form.write().apply(value);
        while (true) {
            try {
                mongo.replace(older, document, ReplaceOptions.replaceOptions().upsert(), form.collection());
                return true;
            } catch (DuplicateKeyException notOlder) {
                // The key is stored with this version or a newer one, or another instance has just inserted an older
                // one.
                if (mongo.exists(query(where("_id").is(key).and("version").gte(version)), form.collection())) {
                    return false;
                }
            }
        }
    }

    private boolean removeDocument(String key) {
        return mongo.remove(query(where("_id").is(key)), form.collection()).getDeletedCount() > 0;
    }

    private boolean removeFields(String key) {
        Update update = new Update();
        form.erasedFields().forEach(update::unset);
        return mongo.updateFirst(query(where("_id").is(key)), update, form.collection())
                        .getModifiedCount()
                > 0;
    }

    private void forget(String key) {
        if (cache != null) {
            cache.invalidate(key);
        }
    }

    private @Nullable V stored(String key) {
        D document = mongo.findById(key, form.type(), form.collection());
        return document == null ? null : form.read().apply(document);
    }

    private Map<String, V> stored(Set<? extends String> keys) {
        Map<String, V> found = new HashMap<>();
        for (D document : mongo.find(query(where("_id").in(keys)), form.type(), form.collection())) {
            V value = form.read().apply(document);
            found.put(form.key().apply(value), value);
        }
        return found;
    }
}
