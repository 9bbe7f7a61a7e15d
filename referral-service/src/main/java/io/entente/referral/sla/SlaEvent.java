package io.entente.referral.sla;

import java.time.Instant;

/**
 * Something that happens on a clock. It carries the time that the clock defines, even if it is noticed later. It is therefore
 * the same no matter how often, when and by which instance a sweep runs.
 *
 * @see SlaClock#until
 */
public sealed interface SlaEvent {

    /** The clock after this event. */
    SlaClock clock();

    Instant at();

    /** A part of the time has passed; the owner is reminded. */
    record ReminderDue(SlaClock clock, Instant at, int elapsedPercent) implements SlaEvent {}

    /** The due date has passed. */
    record Breached(SlaClock clock, Instant at) implements SlaEvent {}

    /** The promise is late and still open. It goes to somebody higher up, who becomes the clock's owner. */
    record Escalated(SlaClock clock, Instant at, int level) implements SlaEvent {

        /** The person who has the promise now, or the role if nobody is named. */
        public String to() {
            String person = clock.person();
            return person == null ? clock.owner() : person;
        }
    }

    /** The due date of a running promise moved, because the firm's calendar has changed. */
    record Moved(SlaClock clock, Instant at, Instant previousDueAt) implements SlaEvent {}

    /**
     * The escalated promise goes to another person, because another person of the partner's team has the owner's role now.
     *
     * @param from who had the promise before
     */
    record HandedOver(SlaClock clock, Instant at, String from) implements SlaEvent {}

    /** The promise was kept in time. */
    record Met(SlaClock clock, Instant at) implements SlaEvent {}
}
