package io.entente.referral.intake.profiles;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The date patterns of a profile. A text is a date if one of the patterns fits. 30 February is not a date. A time of day is
 * ignored.
 */
final class DateFormats {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 31);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final List<DateTimeFormatter> formatters;

    /**
     * Compiles patterns.
     *
     * @throws IllegalArgumentException if one of them is not a valid pattern
     */
    DateFormats(List<String> patterns) {
        this.formatters = patterns.stream().map(DateFormats::formatter).toList();
    }

    @Nullable
    LocalDate parse(String text) {
        for (DateTimeFormatter formatter : formatters) {
            try {
                LocalDate date = formatter.parse(text, LocalDate::from);
                return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
            } catch (DateTimeException next) {
                // Another pattern may fit.
            }
        }
        return null;
    }

    /** Formats a date by the first pattern. */
    String example() {
        return formatters.get(0).format(EXAMPLE.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC));
    }

    /** A year of the era is used as a year, because strict parsing would otherwise require the era. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
