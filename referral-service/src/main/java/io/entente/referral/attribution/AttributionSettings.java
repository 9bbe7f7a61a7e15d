package io.entente.referral.attribution;

import io.entente.referral.attribution.policy.AttributionPolicy;
import java.time.Duration;

/**
 * How the machinery behind claims is run, in {@code entente.referral.attribution}; what the program promises is
 * {@link AttributionPolicy}.
 *
 * @param grace how long a claim holds whose referral isn't written yet, and how long something may be half done before the
 *     sweep finishes it; longer than any request takes
 * @param sweepInterval how often the sweep looks for what is due
 * @param sweepBatch at most so many at a time
 */
public record AttributionSettings(Duration grace, Duration sweepInterval, int sweepBatch) {}
