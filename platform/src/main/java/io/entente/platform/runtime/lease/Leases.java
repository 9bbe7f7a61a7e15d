package io.entente.platform.runtime.lease;

import java.time.Instant;
import java.util.Optional;

/**
 * Leases on items of one kind. An item that needs work has a time from which it is free; an acquisition moves that time to
 * the end of the lease. An item whose holder dies is therefore free again without anybody's help, and an item that is to be
 * retried later is released with a later time.
 *
 * <p>A lease is part of the item that it protects, in the same document. Each operation is one conditional write, so of two
 * instances that compete for an item one gets it. Writes to an item under a lease are conditional on the lease's token: see
 * {@code MongoLeases#update} for the writes of an adapter.
 *
 * <p>Choose a term that is much longer than the difference between the clocks of two instances and than the pause between two
 * renewals. If the work on one item is shorter than the term, no renewal is needed.
 *
 * @param <T> the item
 */
public interface Leases<T> {

    /** Acquires the item that has been free the longest; empty if none is free. */
    Optional<Leased<T>> acquireNext();

    /** Acquires this item; empty if it does not exist, is held, is not free yet, or needs no work any more. */
    Optional<Leased<T>> acquire(String itemId);

    /**
     * Extends a lease by a full term from now.
     *
     * @throws LeaseLostException if the lease has been lost; an expired lease that nobody else has acquired is renewed
     */
    Lease renew(Lease lease);

    /** Ends a lease so that the item is free from the given time. Does nothing if the lease has been lost. */
    void release(Lease lease, Instant freeFrom);

    /** Ends a lease and the need for work on the item. Does nothing if the lease has been lost. */
    void complete(Lease lease);
}
