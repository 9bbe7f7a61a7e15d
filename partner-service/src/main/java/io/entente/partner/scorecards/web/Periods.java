package io.entente.partner.scorecards.web;

import io.entente.partner.scorecards.ReportPeriod;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the periods that callers name. */
public final class Periods {

    private static final String FIELD = "period";

    private Periods() {}

    /** Reads a period, or refuses the request. */
    public static ReportPeriod read(String text) {
        return ReportPeriod.parse(text)
                .orElseThrow(() -> InvalidInputException.malformed(List.of(new FieldError(FIELD, ReportPeriod.FAULT))));
    }

    /**
     * Reads a month, a quarter or a year, or refuses the request.
     *
     * @param text null for the quarter of the day
     */
    public static ReportPeriod listed(@Nullable String text, LocalDate today) {
        ReportPeriod period = text == null ? ReportPeriod.quarterOf(YearMonth.from(today)) : read(text);
        if (!period.isListed()) {
            throw InvalidInputException.malformed(List.of(new FieldError(
                    FIELD, "must be a month such as 2026-05, a quarter such as 2026-Q2 or a year such as 2026")));
        }
        return period;
    }
}
