package io.entente.commission.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a plan is in force.
 *
 * @param from the first day
 * @param to the last day, itself included; absent where the end is open
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends on %s, before it starts on %s".formatted(to, from));
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean intersects(Period other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** These days, but none from a day on; the day must be after the first. */
    Period endingBefore(LocalDate day) {
        return to != null && to.isBefore(day) ? this : new Period(from, day.minusDays(1));
    }

    /** {@code from 2026-01-01 to 2026-12-31}. */
    @Override
    public String toString() {
        return to == null ? "from %s with no end".formatted(from) : "from %s to %s".formatted(from, to);
    }
}
