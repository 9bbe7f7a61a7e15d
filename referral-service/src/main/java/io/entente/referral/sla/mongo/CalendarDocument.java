package io.entente.referral.sla.mongo;

import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a calendar, and the form of the program's first calendar in its file. Days and times are text, so that
 * no time zone moves them.
 */
record CalendarDocument(
        String code,
        int version,
        String zone,
        List<HoursDocument> hours,
        @Nullable String country,
        @Nullable String region,
        List<String> closedOn) {

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
                calendar.closedOn().stream().sorted().map(LocalDate::toString).toList());
    }

    BusinessCalendar toCalendar() {
        return new BusinessCalendar(
                code,
                version,
                ZoneId.of(zone),
                hours.stream().map(HoursDocument::toHours).toList(),
                country,
                region,
                closedOn.stream().map(LocalDate::parse).collect(Collectors.toSet()));
    }
}
