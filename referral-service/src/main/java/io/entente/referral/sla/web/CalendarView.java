package io.entente.referral.sla.web;

import io.entente.referral.sla.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a calendar as the API shows it. */
record CalendarView(
        String code,
        int version,
        String zone,
        List<Opening> hours,
        @Nullable String country,
        @Nullable String region,
        List<LocalDate> closedOn) {

    record Opening(List<DayOfWeek> days, LocalTime opens, LocalTime closes) {}

    static CalendarView of(BusinessCalendar calendar) {
        return new CalendarView(
                calendar.code(),
                calendar.version(),
                calendar.zone().getId(),
                calendar.hours().stream()
                        .map(hours ->
                                new Opening(hours.days().stream().sorted().toList(), hours.opens(), hours.closes()))
                        .toList(),
                calendar.country(),
                calendar.region(),
                calendar.closedOn().stream().sorted().toList());
    }
}
