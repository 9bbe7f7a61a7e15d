package io.entente.referral.submission;

import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;

/**
 * The program's promises on referrals. Data a firm can change, in {@code entente.referral.policy}; the defaults are the
 * program guide's.
 *
 * @param responseWithin how soon the firm answers a submission, by the partner's tier; wall time
 * @param protection how long the claim on a client lasts from acceptance
 * @param profilePatience how long a submission waits for the profile of a partner that isn't known as ACTIVE: it may have
 *     been activated a moment ago
 * @param importPatience the same for the names in an imported file, from the import's start
 */
public record ReferralPolicy(
        Map<Tier, Duration> responseWithin, Duration protection, Duration profilePatience, Duration importPatience) {

    public ReferralPolicy {
        responseWithin = Map.copyOf(responseWithin);
        for (Tier tier : Tier.values()) {
            if (!responseWithin.containsKey(tier)) {
                throw new IllegalArgumentException("entente.referral.policy.response-within names no time for " + tier);
            }
        }
    }

    /** What is promised to a partner of this tier. */
    public Terms terms(Tier tier) {
        Duration within = responseWithin.get(tier);
        if (within == null) {
            throw new IllegalStateException("checked when made: " + tier);
        }
        return new Terms(within, protection);
    }

    /** What is promised where the partner's tier isn't known: the least. */
    public Terms leastTerms() {
        return new Terms(Collections.max(responseWithin.values()), protection);
    }
}
