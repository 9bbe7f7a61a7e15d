package io.entente.referral.attribution;

import java.time.Duration;

/**
 * Technical settings of attribution, in {@code entente.referral.attribution}. The program's promises are in
 * {@link io.entente.referral.attribution.policy.AttributionPolicy}.
 *
 * @param grace how long a claim holds before its referral is written, and how long a change may take before the sweep takes
 *     it over; must be longer than any request
 * @param sweepInterval the pause between two sweeps
 * @param sweepBatch the maximum number of changes, and of dates, that one sweep processes
 */
public record AttributionSettings(Duration grace, Duration sweepInterval, int sweepBatch) {}
