package io.entente.referral.sla;

import java.time.Instant;

/**
 * What happens on a clock. It happens at the time that the clock says, also where it is noticed later: so it is the same
 * however often, when and by which instance a sweep looks.
 *
 * @see SlaClock#until
 */
public sealed interface SlaEvent {

    /** The clock as it is after it. */
    SlaClock clock();

    Instant at();

    /** A part of the time has passed. */
    record ReminderDue(SlaClock clock, Instant at, int elapsedPercent) implements SlaEvent {}

    /** The time ran out. */
    record Breached(SlaClock clock, Instant at) implements SlaEvent {}

    /** It is late, still open, and goes to somebody higher up, whom the clock names as its owner. */
    record Escalated(SlaClock clock, Instant at, int level) implements SlaEvent {}

    /** The promise was kept in time. */
    record Met(SlaClock clock, Instant at) implements SlaEvent {}
}
