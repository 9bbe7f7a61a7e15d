package io.entente.commission.statements.stream;

import java.time.Instant;

/** {@code referral.referral-submitted.v1}, of which only what counts it is read. */
public record ReferralSubmitted(String referralId, String partnerId, String direction, Instant occurredAt) {

    /** What the firm sent the partner is no merit of the partner's. */
    boolean cameIn() {
        return !"OUTBOUND".equals(direction);
    }
}
