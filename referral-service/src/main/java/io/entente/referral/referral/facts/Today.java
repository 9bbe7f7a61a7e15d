package io.entente.referral.referral.facts;

import io.entente.platform.domain.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Decides which dates can be today for a caller whose time zone isn't known. */
public final class Today {

    private Today() {}

    /**
     * Returns the latest present date of any time zone, which is tomorrow's date in UTC. A later date is in the
     * future everywhere.
     */
    public static LocalDate latestAnywhere(Clock clock) {
        return latestAnywhere(clock.instant());
    }

    /** Like {@link #latestAnywhere(Clock)}, for a given instant. */
    public static LocalDate latestAnywhere(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }

    /** Returns an error if the date of a past event is in the future. */
    public static List<FieldError> futureDate(String field, LocalDate date, Instant now) {
        return date.isAfter(latestAnywhere(now))
                ? List.of(new FieldError(field, "must not be in the future"))
                : List.of();
    }
}
