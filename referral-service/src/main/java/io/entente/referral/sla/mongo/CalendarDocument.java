package io.entente.referral.sla.mongo;

import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.referral.sla.calendar.EnteredHolidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a calendar, and the form of the program's first calendar in its file. Days and times are text, so that
 * no time zone moves them.
 *
 * @param entered a day and the name of its holiday, such as {@code 2026-02-17 Chinese New Year}
 */
record CalendarDocument(
        String code,
        int version,
        String zone,
        List<HoursDocument> hours,
        @Nullable String country,
        @Nullable String region,
        List<String> closedOn,
        @Nullable List<String> entered,
        @Nullable List<Integer> completeYears,
        @Nullable RunningClocks runningClocks,
        @Nullable Instant changedAt) {

    private static final int DATE_CHARACTERS = 10;

    record HoursDocument(List<DayOfWeek> days, String opens, String closes) {

        static HoursDocument of(Hours hours) {
            return new HoursDocument(
                    hours.days().stream().sorted().toList(),
                    hours.opens().toString(),
                    hours.closes().toString());
        }

        Hours toHours() {
            return new Hours(Set.copyOf(days), LocalTime.parse(opens), LocalTime.parse(closes));
        }
    }

    static CalendarDocument of(BusinessCalendar calendar) {
        return new CalendarDocument(
                calendar.code(),
                calendar.version(),
                calendar.zone().getId(),
                calendar.hours().stream().map(HoursDocument::of).toList(),
                calendar.country(),
                calendar.region(),
                calendar.closedOn().stream().sorted().map(LocalDate::toString).toList(),
                calendar.entered().days().entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue())
                        .toList(),
                List.copyOf(calendar.entered().completeYears()),
                calendar.runningClocks(),
                calendar.changedAt());
    }

    BusinessCalendar toCalendar() {
        return new BusinessCalendar(
                code,
                version,
                ZoneId.of(zone),
                hours.stream().map(HoursDocument::toHours).toList(),
                country,
                region,
                closedOn.stream().map(LocalDate::parse).collect(Collectors.toSet()),
                enteredHolidays(),
                runningClocks == null ? RunningClocks.KEEP : runningClocks,
                changedAt);
    }

    private EnteredHolidays enteredHolidays() {
        if (entered == null || completeYears == null) {
            return EnteredHolidays.NONE;
        }
        Map<LocalDate, String> days = new HashMap<>();
        entered.forEach(day ->
                days.put(LocalDate.parse(day.substring(0, DATE_CHARACTERS)), day.substring(DATE_CHARACTERS + 1)));
        return new EnteredHolidays(days, Set.copyOf(completeYears));
    }
}
