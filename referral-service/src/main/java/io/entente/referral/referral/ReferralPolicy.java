package io.entente.referral.referral;

import java.time.Duration;

/**
 * What the program grants beyond its SLA policies. Data a firm can change, in {@code entente.referral.policy}; the defaults
 * are the program guide's.
 *
 * @param protection how long the claim on a client lasts where no tier says so: imported history, a partner not known yet
 * @param profilePatience how long a submission waits for the profile of a partner that isn't known as ACTIVE: it may have
 *     been activated a moment ago
 * @param importPatience the same for the names in an imported file, from the import's start
 */
public record ReferralPolicy(Duration protection, Duration profilePatience, Duration importPatience) {}
