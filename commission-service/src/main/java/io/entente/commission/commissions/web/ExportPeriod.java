package io.entente.commission.commissions.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year, quarter or month such as {@code 2026}, {@code 2026-Q2} or {@code 2026-04}. It begins and ends at midnight
 * in the program's time zone.
 */
record ExportPeriod(String name, LocalDate first, LocalDate next) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * Parses the text of a period.
     *
     * @throws InvalidInputException if the text has another form
     */
    static ExportPeriod parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (text == null || !form.matches()) {
            throw InvalidInputException.malformed(List.of(
                    new FieldError("period", "must be a year, a quarter or a month such as 2026, 2026-Q2 or 2026-04")));
        }
        LocalDate year = LocalDate.of(Integer.parseInt(form.group(1)), 1, 1);
        if (form.group(2) != null) {
            LocalDate quarter = year.plusMonths((Integer.parseInt(form.group(2)) - 1L) * MONTHS_OF_QUARTER);
            return new ExportPeriod(text, quarter, quarter.plusMonths(MONTHS_OF_QUARTER));
        }
        if (form.group(3) != null) {
            LocalDate month = year.withMonth(Integer.parseInt(form.group(3)));
            return new ExportPeriod(text, month, month.plusMonths(1));
        }
        return new ExportPeriod(text, year, year.plusYears(1));
    }

    Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return next.atStartOfDay(zone).toInstant();
    }
}
