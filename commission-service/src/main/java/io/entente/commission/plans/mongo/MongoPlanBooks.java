package io.entente.commission.plans.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The plan book in the collection {@code plan_books}, and for pricing in memory. */
@Repository
class MongoPlanBooks implements PlanBooks {

    static final String COLLECTION = "plan_books";

    /** Another instance may have added a plan: a book read longer ago is read again. */
    static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    MongoPlanBooks(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public PlanBook inForce() {
        Instant now = clock.instant();
        Seen cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.book();
        }
        return remember(latest(), now);
    }

    @Override
    public PlanBook latest() {
        PlanBookDocument stored = mongo.findById(PlanBookDocument.ID, PlanBookDocument.class, COLLECTION);
        if (stored == null) {
            // Pricing without plans would refuse every deal its commission for good.
            throw new IllegalStateException("the plan book is gone from the store");
        }
        return stored.toBook();
    }

    @Override
    public void replace(PlanBook book) {
        long readAt = book.version() - 1;
        long replaced = mongo.replace(
                        query(where("_id")
                                .is(PlanBookDocument.ID)
                                .and("version")
                                .is(readAt)),
                        PlanBookDocument.of(book),
                        COLLECTION)
                .getModifiedCount();
        if (replaced == 0) {
            throw new OptimisticLockingFailureException("the plan book changed since version " + readAt);
        }
        remember(book, clock.instant());
    }

    /** Writes the first book, where there is none. */
    void open(PlanBook first) {
        try {
            mongo.insert(PlanBookDocument.of(first), COLLECTION);
        } catch (DuplicateKeyException exists) {
            // Another start, or another instance, was first; its book stands.
        }
    }

    /** A slow reader must not put an old book over the one this instance has just written. */
    private synchronized PlanBook remember(PlanBook book, Instant at) {
        Seen cached = seen;
        if (cached == null || cached.book().version() <= book.version()) {
            seen = new Seen(book, at);
            return book;
        }
        return cached.book();
    }

    private record Seen(PlanBook book, Instant at) {
        /** A clock set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
