package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DateSurvey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the patterns of a file's dates. Each date must fit one of them, and all dates together show the order of day and month. */
final class ProposedDates {

    /** Date patterns that don't leave day and month open. */
    private static final List<String> CLEAR = List.of(
            "yyyy-M-d",
            "yyyy-M-d H:mm",
            "yyyy-M-d H:mm:ss",
            "yyyy-M-d h:mm a",
            "yyyy-M-d h:mm:ss a",
            "yyyy-MM-dd'T'HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ssX",
            "yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "yyyy-MM-dd'T'HH:mm:ss.SSSXX",
            "yyyy/M/d",
            "yyyy/M/d H:mm",
            "yyyy/M/d H:mm:ss",
            "yyyy.M.d",
            "d MMM yyyy",
            "d MMM yyyy H:mm",
            "d-MMM-yyyy",
            "d-MMM-yy",
            "MMM d, yyyy",
            "MMM d, yyyy h:mm a",
            "MMM d, yyyy, h:mm a",
            "MMMM d, yyyy");

    private static final List<String> MARKS = List.of("/", ".", "-");

    /** A year of two digits is tried first, because four digits don't fit it. */
    private static final List<String> YEARS = List.of("yy", "yyyy");

    private static final List<String> TIMES = List.of("", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a");
    private static final List<String> BEFORE_TIMES = List.of("", ",");

    private final List<String> dates;
    private final List<String> formats;
    private final List<String> unreadable;
    private String openOrder = "";

    ProposedDates(List<String> dates) {
        this.dates = dates;
        this.formats = new ArrayList<>(clear());
        this.formats.addAll(open());
        this.unreadable = formats.isEmpty() ? dates : unreadableBy(new DateFormats(formats));
    }

    /** The patterns; the usual one if no date fits any. */
    List<String> formats() {
        return formats.isEmpty() ? List.of("yyyy-MM-dd") : List.copyOf(formats);
    }

    /** The first date that fits no pattern; empty if all fit. */
    Optional<String> unreadable() {
        return unreadable.stream().findFirst();
    }

    /** The first date whose day and month can't be told apart; empty if the dates show their order. */
    Optional<String> openOrder() {
        return Optional.of(openOrder).filter(text -> !text.isEmpty());
    }

    private List<String> clear() {
        return CLEAR.stream()
                .filter(pattern -> isOf(new DateFormats(List.of(pattern)), dates))
                .toList();
    }

    /** The patterns in the order that the dates show; those of both orders if they don't show it. */
    private List<String> open() {
        List<String> dayFirst = new ArrayList<>();
        List<String> monthFirst = new ArrayList<>();
        for (String mark : MARKS) {
            for (String year : YEARS) {
                for (String time : TIMES) {
                    for (String before : time.isEmpty() ? List.of("") : BEFORE_TIMES) {
                        String rest = mark + year + before + time;
                        String one = "d" + mark + "M" + rest;
                        String other = "M" + mark + "d" + rest;
                        if (isOf(new DateFormats(List.of(one, other)), dates)) {
                            dayFirst.add(one);
                            monthFirst.add(other);
                        }
                    }
                }
            }
        }
        if (dayFirst.isEmpty()) {
            return List.of();
        }
        List<String> both =
                Stream.concat(dayFirst.stream(), monthFirst.stream()).toList();
        DateSurvey survey = new DateSurvey(new DateFormats(both));
        dates.forEach(survey::add);
        Optional<DateReading> shown = survey.result();
        openOrder = shown.isPresent() ? "" : survey.open();
        return shown.map(DateReading::order)
                .map(order -> List.copyOf(order == DateOrder.DAY_FIRST ? dayFirst : monthFirst))
                .orElse(both);
    }

    private static boolean isOf(DateFormats formats, List<String> dates) {
        return dates.stream().anyMatch(text -> isDate(formats, text));
    }

    private List<String> unreadableBy(DateFormats found) {
        return dates.stream().filter(text -> !isDate(found, text)).toList();
    }

    private static boolean isDate(DateFormats formats, String text) {
        LocalDate date = formats.parse(text, DateReading.MIXED);
        return date != null || !formats.readings(text).isEmpty();
    }
}
