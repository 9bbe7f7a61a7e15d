package io.entente.referral.attribution.checks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question of a partner whether a client is free, with the answer that it got. It stays on record.
 *
 * @param organisation the client, as the partner named it
 * @param clientKey the key of the client
 * @param heldUntil until when the client is held for the partner; absent if it isn't
 * @param by who asked
 * @param fingerprint hash of the request, by which a repeated request is recognized
 */
public record ClientCheck(
        String id,
        String partnerId,
        String organisation,
        @Nullable String domain,
        @Nullable String country,
        String clientKey,
        Availability answer,
        Instant checkedAt,
        @Nullable Instant heldUntil,
        String by,
        String fingerprint) {

    public static final String PREFIX = "chk";
}
