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

/** A profile's date patterns: a text is a date where one of them fits, and 30 February is none. A time beside it is left out. */
final class DateFormats {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 3, 31);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final List<DateTimeFormatter> formatters;

    /**
     * Compiles patterns.
     *
     * @throws IllegalArgumentException where one is no pattern
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

    /** A date as the first pattern writes it. */
    String example() {
        return formatters.get(0).format(EXAMPLE.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC));
    }

    /** A year of the era is a year: strict parsing would ask for the era otherwise. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
