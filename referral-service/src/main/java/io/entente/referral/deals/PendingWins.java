package io.entente.referral.deals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Deals whose referral may still have to become WON. Holds no others, so that a scan costs as much as is pending. */
public interface PendingWins {

    /** Deals that were stored before a time, oldest first. */
    List<Deal> storedBefore(Instant time, int limit);

    /** Their referrals are WON. */
    void settle(Collection<String> dealIds);
}
