package io.entente.referral.deals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Stores which deals may still have to move their referral to WON. It holds no other deals, so a scan costs as much as
 * is pending.
 */
public interface PendingWins {

    /** Returns the pending deals that were stored before the given time, oldest first. */
    List<Deal> storedBefore(Instant time, int limit);

    /** Removes deals whose referral is WON. */
    void clear(Collection<String> dealIds);
}
