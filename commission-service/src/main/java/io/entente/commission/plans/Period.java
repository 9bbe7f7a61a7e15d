package io.entente.commission.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a plan is in force.
 *
 * @param from the first day
 * @param to the last day, inclusive; null if the period has no end
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The period ends on %s, before it starts on %s".formatted(to, from));
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean intersects(Period other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** This period, cut so that it ends before a day. The day must be after the first day of this period. */
    Period endingBefore(LocalDate day) {
        return to != null && to.isBefore(day) ? this : new Period(from, day.minusDays(1));
    }

    /** Text for sentences, such as {@code from 2026-01-01 to 2026-12-31}. */
    @Override
    public String toString() {
        return to == null ? "from %s with no end".formatted(from) : "from %s to %s".formatted(from, to);
    }
}
