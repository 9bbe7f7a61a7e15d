package io.entente.referral.referral.facts;

import io.entente.platform.domain.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What day it is, for callers whose zone isn't known. */
public final class Today {

    private Today() {}

    /** The latest date that it is anywhere on Earth: tomorrow's, as UTC has it. A later one is in the future for all. */
    public static LocalDate latestAnywhere(Clock clock) {
        return latestAnywhere(clock.instant());
    }

    /** As {@link #latestAnywhere(Clock)}, at an instant. */
    public static LocalDate latestAnywhere(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }

    /** The complaint about a date of something that has happened; none where it isn't in the future. */
    public static List<FieldError> futureDate(String field, LocalDate date, Instant now) {
        return date.isAfter(latestAnywhere(now))
                ? List.of(new FieldError(field, "must not be in the future"))
                : List.of();
    }
}
