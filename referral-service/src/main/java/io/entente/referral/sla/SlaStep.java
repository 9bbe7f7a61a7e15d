package io.entente.referral.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on a clock unless the clock stops before.
 *
 * @param number a reminder's percentage of the time, or an escalation's level from 1; 100 for the breach
 * @param to the owner of the clock after an escalation
 */
public record SlaStep(Type type, int number, Instant at, @Nullable String to) {

    /** The kind of a step. */
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

    /** Truncated to the precision of the store. */
    private static Instant millis(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }
}
