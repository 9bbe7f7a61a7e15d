package io.entente.platform.runtime.lease;

import java.time.Instant;

/**
 * The exclusive right to work on one stored item until a given time.
 *
 * <p>The token differs for each acquisition and is stored in the item. A write that is conditional on it therefore fails
 * after another holder has acquired the item, however slow the first holder is and however wrong its clock.
 *
 * @param itemId the id of the item
 * @param token identifies this acquisition
 * @param until from this time on anybody may acquire the item, unless the lease is renewed
 */
public record Lease(String itemId, String token, Instant until) {

    public boolean hasExpired(Instant now) {
        return !now.isBefore(until);
    }
}
