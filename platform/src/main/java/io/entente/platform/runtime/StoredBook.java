package io.entente.platform.runtime;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What is kept as one document, changed whole and seldom, and read with every event: the plans, the promises of a program.
 * Readers get it from memory; a change stands only on the version that it was made from.
 *
 * @param <B> the book
 * @param <D> its document, with {@code _id} and {@code version}
 */
public final class StoredBook<B, D> {

    /** Another instance may have changed it: a book read longer ago is read again. */
    public static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private final Form<B, D> form;
    private volatile @Nullable Seen<B> seen;

    /**
     * How a book is stored.
     *
     * @param name for messages
     * @param id the one document's
     * @param version 1 for the first, and one more with each change
     */
    public record Form<B, D>(
            String name,
            String collection,
            String id,
            Class<D> type,
            Function<D, B> read,
            Function<B, D> write,
            ToLongFunction<B> version) {}

    public StoredBook(MongoOperations mongo, Clock clock, Form<B, D> form) {
        this.mongo = mongo;
        this.clock = clock;
        this.form = form;
    }

    /** As it is, or was a second ago. */
    public B inForce() {
        Instant now = clock.instant();
        Seen<B> cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.book();
        }
        return remember(latest(), now);
    }

    /**
     * As it is in the store.
     *
     * @throws IllegalStateException where it is gone: to go on without would be to forget what was promised
     */
    public B latest() {
        D stored = mongo.findById(form.id(), form.type(), form.collection());
        if (stored == null) {
            throw new IllegalStateException(form.name() + " is gone from the store");
        }
        return form.read().apply(stored);
    }

    /**
     * Stores a changed book, of the version after the one that was read.
     *
     * @throws ConcurrentUpdateException if another change came between
     */
    public void replace(B book) {
        long readAt = form.version().applyAsLong(book) - 1;
        long replaced = mongo.replace(
                        query(where("_id").is(form.id()).and("version").is(readAt)),
                        form.write().apply(book),
                        form.collection())
                .getModifiedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("%s changed since version %d".formatted(form.name(), readAt));
        }
        remember(book, clock.instant());
    }

    /** Writes the first book, where there is none. */
    public void open(B first) {
        try {
            mongo.insert(form.write().apply(first), form.collection());
        } catch (DuplicateKeyException exists) {
            // Another start, or another instance, was first; its book stands.
        }
    }

    /** A slow reader must not put an old book over the one this instance has just written. */
    private synchronized B remember(B book, Instant at) {
        Seen<B> cached = seen;
        if (cached == null
                || form.version().applyAsLong(cached.book()) <= form.version().applyAsLong(book)) {
            seen = new Seen<>(book, at);
            return book;
        }
        return cached.book();
    }

    private record Seen<B>(B book, Instant at) {
        /** A clock set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
