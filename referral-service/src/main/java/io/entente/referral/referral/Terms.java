package io.entente.referral.referral;

import io.entente.referral.sla.Promises;
import java.time.Duration;
import java.time.Instant;

/**
 * The program's promises to one partner at the time of a command.
 *
 * @param promises sets the due dates of the clocks that the command starts
 * @param protection how long the claim on a client is protected after acceptance
 * @param clocks decides which clocks the command starts, pauses and ends
 */
public record Terms(Promises promises, Duration protection, ClockPolicy clocks) {

    public Instant protectedUntil(Instant acceptedAt) {
        return acceptedAt.plus(protection);
    }
}
