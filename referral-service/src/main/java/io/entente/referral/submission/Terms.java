package io.entente.referral.submission;

import io.entente.referral.sla.Promises;
import java.time.Duration;
import java.time.Instant;

/**
 * The program's promises to one partner, as they are when a command is given.
 *
 * @param promises what sets the clocks that the command starts
 * @param protection how long the claim on a client lasts from acceptance
 */
public record Terms(Promises promises, Duration protection) {

    Instant protectedUntil(Instant acceptedAt) {
        return acceptedAt.plus(protection);
    }
}
