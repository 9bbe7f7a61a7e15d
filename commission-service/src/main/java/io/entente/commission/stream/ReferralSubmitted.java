package io.entente.commission.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code referral.referral-submitted.v1}, of which only what counts it is read. */
public record ReferralSubmitted(
        String referralId, String partnerId, String direction, @Nullable ClientNamed client, Instant occurredAt) {

    /** The client, by what tells it from others. */
    public record ClientNamed(String key) {}

    /** What the firm sent the partner is no merit of the partner's. */
    boolean cameIn() {
        return !"OUTBOUND".equals(direction);
    }
}
