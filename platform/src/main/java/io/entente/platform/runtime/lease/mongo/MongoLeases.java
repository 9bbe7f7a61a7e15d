package io.entente.platform.runtime.lease.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.LeaseLostException;
import io.entente.platform.runtime.lease.Leased;
import io.entente.platform.runtime.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Leases in the field {@code lease} of the documents of one collection; see {@link StoredLease}. The collection needs the
 * {@link #index() index}, which holds only documents that need work.
 *
 * <p>An adapter that stores the progress of leased work writes it with {@link #update}, and with {@link #withEnd(Update)} when
 * the work is done:
 *
 * <pre>{@code
 * leases.update(lease, new Update().set("rows", rows));
 * leases.update(lease, MongoLeases.withEnd(new Update().set("status", ENDED)));
 * }</pre>
 *
 * @param <D> the document, with a {@code String} as its {@code _id}
 * @param <T> the item that it is read to
 */
public final class MongoLeases<D, T> implements Leases<T> {

    private static final String FIELD = "lease";
    private static final String TOKEN = FIELD + ".token";
    private static final String UNTIL = FIELD + ".until";

    private final MongoOperations mongo;
    private final Form<D, T> form;
    private final Duration term;
    private final Clock clock;
    private final IdGenerator ids;

    /**
     * How leased items are stored.
     *
     * @param id of a document
     * @param read turns a document into the item
     */
    public record Form<D, T>(String collection, Class<D> type, Function<D, String> id, Function<D, T> read) {}

    /** @param term how long a lease lasts from its acquisition or its last renewal */
    public MongoLeases(MongoOperations mongo, Form<D, T> form, Duration term, Clock clock, IdGenerator ids) {
        this.mongo = mongo;
        this.form = form;
        this.term = term;
        this.clock = clock;
        this.ids = ids;
    }

    /** The index that {@link #acquireNext} reads; sparse, so it costs as much as there is work. */
    public static IndexDefinition index() {
        return new Index(UNTIL, Sort.Direction.ASC).named("lease_until").sparse();
    }

    /** A lease for an item that is about to be inserted with {@link StoredLease#of}. */
    public Lease forNew(String itemId) {
        return new Lease(itemId, ids.next(FIELD), clock.instant().plus(term));
    }

    @Override
    public Optional<Leased<T>> acquireNext() {
        return acquire(query(where(UNTIL).lte(clock.instant())).with(Sort.by(UNTIL)));
    }

    @Override
    public Optional<Leased<T>> acquire(String itemId) {
        return acquire(query(where("_id").is(itemId).and(UNTIL).lte(clock.instant())));
    }

    private Optional<Leased<T>> acquire(Query free) {
        String token = ids.next(FIELD);
        Instant until = clock.instant().plus(term);
        D acquired = mongo.findAndModify(
                free,
                new Update().set(TOKEN, token).set(UNTIL, until),
                FindAndModifyOptions.options().returnNew(true),
                form.type(),
                form.collection());
        return Optional.ofNullable(acquired)
                .map(document -> new Leased<>(
                        form.read().apply(document), new Lease(form.id().apply(document), token, until)));
    }

    @Override
    public Lease renew(Lease lease) {
        Instant until = clock.instant().plus(term);
        update(lease, new Update().set(UNTIL, until));
        return new Lease(lease.itemId(), lease.token(), until);
    }

    @Override
    public void release(Lease lease, Instant freeFrom) {
        mongo.updateFirst(
                query(heldWith(lease)), new Update().set(UNTIL, freeFrom).unset(TOKEN), form.collection());
    }

    @Override
    public void complete(Lease lease) {
        mongo.updateFirst(query(heldWith(lease)), withEnd(new Update()), form.collection());
    }

    /**
     * Changes a leased document.
     *
     * @throws LeaseLostException if the lease has been lost; nothing is changed
     */
    public void update(Lease lease, Update changes) {
        long matched = mongo.updateFirst(query(heldWith(lease)), changes, form.type(), form.collection())
                .getMatchedCount();
        if (matched == 0) {
            throw new LeaseLostException(lease);
        }
    }

    /** Adds the end of the work to an update: the lease is removed, and nobody acquires the item again. */
    public static Update withEnd(Update changes) {
        return changes.unset(FIELD);
    }

    /** Adds the renewal of the lease to an update; the new end of the lease is one term from now. */
    public Update withRenewal(Update changes) {
        return changes.set(UNTIL, clock.instant().plus(term));
    }

    /** Matches the item for as long as the lease has not been lost. */
    public static Criteria heldWith(Lease lease) {
        return where("_id").is(lease.itemId()).and(TOKEN).is(lease.token());
    }
}
