package io.entente.referral.sla.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicyBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The policy book in the collection {@code sla_policies}, and for setting clocks in memory. */
@Repository
class MongoSlaPolicies implements SlaPolicies {

    static final String COLLECTION = "sla_policies";

    /** Another instance may have changed it: a book read longer ago is read again. */
    static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    MongoSlaPolicies(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public SlaPolicyBook inForce() {
        Instant now = clock.instant();
        Seen cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.book();
        }
        return remember(latest(), now);
    }

    @Override
    public SlaPolicyBook latest() {
        SlaPolicyBookDocument stored =
                mongo.findById(SlaPolicyBookDocument.ID, SlaPolicyBookDocument.class, COLLECTION);
        if (stored == null) {
            // Without policies referrals would come in and nobody would be told when they are late.
            throw new IllegalStateException("the SLA policy book is gone from the store");
        }
        return stored.toBook();
    }

    @Override
    public void replace(SlaPolicyBook book) {
        long readAt = book.version() - 1;
        long replaced = mongo.replace(
                        query(where("_id")
                                .is(SlaPolicyBookDocument.ID)
                                .and("version")
                                .is(readAt)),
                        SlaPolicyBookDocument.of(book),
                        COLLECTION)
                .getModifiedCount();
        if (replaced == 0) {
            throw new OptimisticLockingFailureException("the SLA policy book changed since version " + readAt);
        }
        remember(book, clock.instant());
    }

    /** Writes the first book, where there is none. */
    void open(SlaPolicyBook first) {
        try {
            mongo.insert(SlaPolicyBookDocument.of(first), COLLECTION);
        } catch (DuplicateKeyException exists) {
            // Another start, or another instance, was first; its book stands.
        }
    }

    /** A slow reader must not put an old book over the one this instance has just written. */
    private synchronized SlaPolicyBook remember(SlaPolicyBook book, Instant at) {
        Seen cached = seen;
        if (cached == null || cached.book().version() <= book.version()) {
            seen = new Seen(book, at);
            return book;
        }
        return cached.book();
    }

    private record Seen(SlaPolicyBook book, Instant at) {
        /** A clock set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
