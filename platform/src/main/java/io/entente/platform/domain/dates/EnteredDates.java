package io.entente.platform.domain.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The bounds of every date and instant that somebody enters. A date outside of them is a typing error, or the zero or the
 * infinity of some other system. A field may have narrower bounds of its own.
 */
public final class EnteredDates {

    public static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private static final Instant FIRST = EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LATEST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private EnteredDates() {}

    /** Says what is wrong with a date, for a message that follows the name of its field. */
    public static Optional<String> fault(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? Optional.of(outside()) : Optional.empty();
    }

    /** Says what is wrong with an instant, for a message that follows the name of its field. */
    public static Optional<String> fault(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(END) ? Optional.of(outside()) : Optional.empty();
    }

    private static String outside() {
        return "must be from %s to %s".formatted(EARLIEST, LATEST);
    }
}
