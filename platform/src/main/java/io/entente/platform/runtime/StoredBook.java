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
 * Stores policy that is one document, is rarely changed, is replaced as a whole, and is read for every event. Readers get it
 * from memory. A change succeeds only if nobody else has changed the book since it was read.
 *
 * @param <B> the book, as the domain knows it
 * @param <D> its document, with {@code _id} and {@code version}
 */
public final class StoredBook<B, D> {

    /** How long a book is served from memory before it is read again, because another instance may have changed it. */
    public static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private final Form<B, D> form;
    private volatile @Nullable Seen<B> seen;

    /**
     * How a book is stored.
     *
     * @param name of the book in messages
     * @param id of the one document
     * @param version 1 for the first book, and 1 higher with each change
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

    /** The book as it is, or as it was at most {@link #REREAD_AFTER} ago. */
    public B inForce() {
        Instant now = clock.instant();
        Seen<B> cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.book();
        }
        return remember(latest(), now);
    }

    /**
     * The book as it is in the store.
     *
     * @throws IllegalStateException if the store has no book; a service that went on without it would break its policy
     */
    public B latest() {
        D stored = mongo.findById(form.id(), form.type(), form.collection());
        if (stored == null) {
            throw new IllegalStateException(form.name() + " is missing in the store");
        }
        return form.read().apply(stored);
    }

    /**
     * Stores a changed book, whose version is one higher than that of the book that was read.
     *
     * @throws ConcurrentUpdateException if the book has been changed meanwhile
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

    /** Stores the first book, unless there is a book already. */
    public void open(B first) {
        try {
            mongo.insert(form.write().apply(first), form.collection());
        } catch (DuplicateKeyException exists) {
            // An earlier start or another instance has stored a book; it stays.
        }
    }

    /** Keeps the newer of two books: a slow reader must not replace the book that this instance has just written. */
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
        /** A book from the future is stale as well: the clock has been set back. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
