package io.entente.commission.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar quarter such as {@code 2026-Q2}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    private static final Pattern FORM = Pattern.compile("(20\\d\\d)-Q([1-4])");
    private static final int MONTHS = 3;

    /** Parses a quarter such as {@code 2026-Q2}; empty if the text has another form. */
    public static Optional<Quarter> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The quarter of an instant in the program's time zone. */
    public static Quarter of(Instant instant, ZoneId zone) {
        return of(instant.atZone(zone).toLocalDate());
    }

    /** The quarter of a day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public LocalDate startsOn() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** The last day. */
    public LocalDate endsOn() {
        return startsOn().plusMonths(MONTHS).minusDays(1);
    }

    public Instant startsAt(ZoneId zone) {
        return startsOn().atStartOfDay(zone).toInstant();
    }

    /** The first instant after the quarter. */
    public Instant endsAt(ZoneId zone) {
        return startsOn().plusMonths(MONTHS).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return "%d-Q%d".formatted(year, number);
    }
}
