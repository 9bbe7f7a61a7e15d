package io.entente.referral.referral;

import java.time.Duration;

/**
 * The terms that the program grants beyond its SLA policies. A firm can change them in {@code entente.referral.policy};
 * the defaults come from the program guide.
 *
 * @param protection how long the claim on a client is protected if no tier says so, as for imported history or a
 *     partner that isn't known yet
 * @param profilePatience how long a submission waits for the profile of a partner that isn't known as ACTIVE, because
 *     it may have been activated a moment ago
 * @param importPatience the same for the names in an imported file, from the start of the import
 */
public record ReferralPolicy(Duration protection, Duration profilePatience, Duration importPatience) {}
