package io.entente.referral.attribution;

import java.util.Optional;

/** Stores unfinished changes only, so a sweep costs as much as is unfinished. */
public interface PendingClaimChanges {

    /** Records a change. If it is recorded already, nothing happens. */
    void begin(PendingClaimChange change);

    /** Removes the record of a finished change. */
    void done(PendingClaimChange change);

    /**
     * Removes the record of a finished change within a second, together with others, so that nobody waits for it. If the
     * instance dies before, the sweep finds the change and has nothing left to do.
     */
    void doneSoon(PendingClaimChange change);

    /** Removes the records of the changes that {@link #doneSoon} was called for, many at once. */
    void removeFinished();

    /**
     * Leases the change that has been overdue the longest: one that began longer ago than the grace and has not been leased
     * within the grace.
     */
    Optional<PendingClaimChange> acquireOverdue();
}
