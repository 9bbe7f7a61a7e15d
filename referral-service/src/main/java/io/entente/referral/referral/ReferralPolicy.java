package io.entente.referral.referral;

import java.time.Duration;

/**
 * The terms that the program grants beyond its SLA policies. A firm can change them in {@code entente.referral.policy};
 * the defaults come from the program guide.
 *
 * @param protection how long the claim on a client is protected if no tier says so, as for imported history or a
 *     partner that isn't known yet
 * @param importPatience how long an import waits, from its start, for partners that it names and that aren't known yet,
 *     because they may have been activated a moment ago
 */
public record ReferralPolicy(Duration protection, Duration importPatience) {}
