package io.entente.referral.submission;

import java.time.Duration;
import java.time.Instant;

/**
 * The program's promises to one partner, as they are when a command is given.
 *
 * @param responseWithin how soon a submission is answered
 * @param protection how long the claim on a client lasts from acceptance
 */
public record Terms(Duration responseWithin, Duration protection) {

    /** The same with another protection. */
    public Terms protectedFor(Duration ofTheClaim) {
        return new Terms(responseWithin, ofTheClaim);
    }

    Instant responseDueAt(Instant from) {
        return from.plus(responseWithin);
    }

    Instant protectedUntil(Instant acceptedAt) {
        return acceptedAt.plus(protection);
    }
}
