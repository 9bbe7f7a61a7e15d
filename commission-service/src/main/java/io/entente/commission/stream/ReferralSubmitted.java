package io.entente.commission.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of {@code referral.referral-submitted.v1} that are needed to count the referral. */
public record ReferralSubmitted(
        String referralId, String partnerId, String direction, @Nullable ClientNamed client, Instant occurredAt) {

    /** The client, identified by its key. */
    public record ClientNamed(String key) {}

    /**
     * Whether the partner referred the client to the firm. Referrals in the other direction are not counted for the
     * partner.
     */
    boolean cameIn() {
        return !"OUTBOUND".equals(direction);
    }
}
