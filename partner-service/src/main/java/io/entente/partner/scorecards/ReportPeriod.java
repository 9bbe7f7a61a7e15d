package io.entente.partner.scorecards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole months that figures are about. As text it is a month ({@code 2026-05}), a quarter ({@code 2026-Q2}), a year ({@code 2026}) or any
 * other months from one to another ({@code 2026-02..2026-07}).
 *
 * @param from the first month
 * @param to the last month
 */
public record ReportPeriod(YearMonth from, YearMonth to) {

    /** The most months of a period. */
    public static final int MAX_MONTHS = 120;

    /** What is wrong with a text that is no period. */
    public static final String FAULT =
            "must be a month such as 2026-05, a quarter such as 2026-Q2, a year such as 2026, or at most %d months such as 2026-02..2026-07"
                    .formatted(MAX_MONTHS);

    /** What is wrong with a text that is no month, quarter or year. */
    public static final String LISTED_FAULT =
            "must be a month such as 2026-05, a quarter such as 2026-Q2 or a year such as 2026";

    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final String MONTH_TEXT = "([12]\\d{3}-(?:0[1-9]|1[0-2]))";
    private static final Pattern MONTHS = Pattern.compile(MONTH_TEXT + "(?:\\.\\." + MONTH_TEXT + ")?");
    private static final Pattern QUARTER_OR_YEAR = Pattern.compile("([12]\\d{3})(?:-Q([1-4]))?");

    public ReportPeriod {
        if (to.isBefore(from) || length(from, to) > MAX_MONTHS) {
            throw new IllegalArgumentException("A period " + FAULT);
        }
    }

    /** Reads a period; empty if the text is none. */
    public static Optional<ReportPeriod> parse(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            YearMonth from = YearMonth.parse(months.group(1));
            YearMonth to = months.group(2) == null ? from : YearMonth.parse(months.group(2));
            return to.isBefore(from) || length(from, to) > MAX_MONTHS
                    ? Optional.empty()
                    : Optional.of(new ReportPeriod(from, to));
        }
        Matcher other = QUARTER_OR_YEAR.matcher(text);
        if (!other.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(other.group(1));
        return Optional.of(
                other.group(2) == null
                        ? yearOf(YearMonth.of(year, 1))
                        : quarterOf(YearMonth.of(year, Integer.parseInt(other.group(2)) * QUARTER)));
    }

    /**
     * Reads a month, a quarter or a year; empty if the text is none.
     *
     * @param text null for the quarter of the day
     */
    public static Optional<ReportPeriod> listed(@Nullable String text, LocalDate today) {
        return text == null
                ? Optional.of(quarterOf(YearMonth.from(today)))
                : parse(text).filter(ReportPeriod::isListed);
    }

    public static ReportPeriod month(YearMonth month) {
        return new ReportPeriod(month, month);
    }

    /** The quarter that a month belongs to. */
    public static ReportPeriod quarterOf(YearMonth month) {
        YearMonth first = month.withMonth((month.getMonthValue() - 1) / QUARTER * QUARTER + 1);
        return new ReportPeriod(first, first.plusMonths(QUARTER - 1L));
    }

    /** The year that a month belongs to. */
    public static ReportPeriod yearOf(YearMonth month) {
        return new ReportPeriod(month.withMonth(1), month.withMonth(YEAR));
    }

    /** As many months as these, right before them. */
    public ReportPeriod previous() {
        int months = length(from, to);
        return new ReportPeriod(from.minusMonths(months), to.minusMonths(months));
    }

    /** The months, the first one first. */
    public List<YearMonth> months() {
        return Stream.iterate(from, month -> month.plusMonths(1))
                .limit(length(from, to))
                .toList();
    }

    public LocalDate firstDay() {
        return from.atDay(1);
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    /** Whether it is a month, a quarter or a year, for which scorecards are stored. */
    public boolean isListed() {
        return equals(month(from)) || equals(quarterOf(from)) || equals(yearOf(from));
    }

    private static int length(YearMonth from, YearMonth to) {
        return (to.getYear() - from.getYear()) * YEAR + to.getMonthValue() - from.getMonthValue() + 1;
    }

    @Override
    public String toString() {
        if (equals(month(from))) {
            return from.toString();
        }
        if (equals(quarterOf(from))) {
            return "%d-Q%d".formatted(from.getYear(), to.getMonthValue() / QUARTER);
        }
        return equals(yearOf(from)) ? String.valueOf(from.getYear()) : from + ".." + to;
    }
}
