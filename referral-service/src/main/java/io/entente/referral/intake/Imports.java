package io.entente.referral.intake;

import io.entente.platform.domain.Receipt;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores imports. A running import is leased to the instance that works on it; if that instance dies, another takes over. */
public interface Imports {

    Optional<Import> find(String id);

    /** Stores a new import, which any instance may acquire. Returns false if the id exists, because the request was repeated. */
    boolean add(Import started, Receipt receipt);

    /** The answer that was given when the import was started. */
    Optional<Receipt> receipt(String id);

    /** The number of imports that are running or waiting. */
    long countUnfinished();

    /** Acquires the running import that has been free the longest; empty if none is free. */
    Optional<Leased<Import>> acquireNext();

    /**
     * Stores the progress of an import and renews the lease.
     *
     * @throws io.entente.platform.runtime.lease.LeaseLostException if another instance has acquired the import
     */
    void update(Import progressed, Lease lease);

    /**
     * Stores a finished import and ends the lease.
     *
     * @throws io.entente.platform.runtime.lease.LeaseLostException if another instance has acquired the import
     */
    void finish(Import finished, Lease lease);

    /** @throws io.entente.platform.runtime.lease.LeaseLostException if another instance has acquired the import */
    Lease renew(Lease lease);

    /** Lets another run acquire the import from the given time. Does nothing if the lease has been lost. */
    void release(Lease lease, Instant freeFrom);

    /** Ids of imports that finished before a time and whose rejected rows are still stored. */
    List<String> withRejectsFinishedBefore(Instant before, int limit);

    /** Records that an import's rejected rows have been deleted. */
    void rejectsCleared(String id);
}
