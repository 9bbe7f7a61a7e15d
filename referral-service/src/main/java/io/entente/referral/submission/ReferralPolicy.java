package io.entente.referral.submission;

import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The program's promises on referrals. Data a firm can change, in {@code entente.referral.policy}; the defaults are the
 * program guide's.
 *
 * @param responseWithin how soon the firm answers a submission, by the partner's tier; wall time
 * @param protection how long the claim on a client lasts from acceptance
 * @param profilePatience how long a submission waits for the profile of a partner that isn't known as ACTIVE: it may have
 *     been activated a moment ago
 */
public record ReferralPolicy(Map<Tier, Duration> responseWithin, Duration protection, Duration profilePatience) {

    public ReferralPolicy {
        responseWithin = Map.copyOf(responseWithin);
        for (Tier tier : Tier.values()) {
            if (!responseWithin.containsKey(tier)) {
                throw new IllegalArgumentException("entente.referral.policy.response-within names no time for " + tier);
            }
        }
    }

    /** By when the firm has promised to answer. */
    public Instant responseDueAt(Tier tier, Instant submittedAt) {
        Duration within = responseWithin.get(tier);
        if (within == null) {
            throw new IllegalStateException("checked when made: " + tier);
        }
        return submittedAt.plus(within);
    }

    Instant protectedUntil(Instant acceptedAt) {
        return acceptedAt.plus(protection);
    }
}
