package io.entente.platform.runtime.lease.mongo;

import io.entente.platform.runtime.lease.Lease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code lease} of a document that needs work. A document without it needs none.
 *
 * @param token of the current or last lease; absent if the item was never leased
 * @param until when the item becomes free
 */
public record StoredLease(@Nullable String token, Instant until) {

    /** For a new item that anybody may acquire from the given time. */
    public static StoredLease freeFrom(Instant time) {
        return new StoredLease(null, time);
    }

    /** For a new item whose creator works on it first. */
    public static StoredLease of(Lease lease) {
        return new StoredLease(lease.token(), lease.until());
    }
}
