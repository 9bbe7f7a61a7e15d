package io.entente.referral.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on a clock unless it is stopped before.
 *
 * @param number the reminder's percent of the time, or the escalation's level from 1; 100 for the breach
 * @param to who has the clock after an escalation
 */
public record SlaStep(Type type, int number, Instant at, @Nullable String to) {

    /** What happens. */
    public enum Type {
        REMINDER,
        BREACH,
        ESCALATION
    }

    static SlaStep reminder(int percent, Instant at) {
        return new SlaStep(Type.REMINDER, percent, millis(at), null);
    }

    static SlaStep breach(Instant at) {
        return new SlaStep(Type.BREACH, 100, millis(at), null);
    }

    static SlaStep escalation(int level, Instant at, String to) {
        return new SlaStep(Type.ESCALATION, level, millis(at), to);
    }

    SlaStep movedTo(Instant later) {
        return new SlaStep(type, number, millis(later), to);
    }

    boolean isDue(Instant now) {
        return !at.isAfter(now);
    }

    /** As exactly as a store keeps it. */
    private static Instant millis(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }
}
