package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.constraints.TimeZoneId;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.referral.sla.calendar.EnteredHolidays;
import io.entente.referral.sla.calendar.Holidays;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The body of {@code PUT /api/sla/calendars/{code}}.
 *
 * @param hours the working hours; days without any are the weekend
 * @param country the country whose public holidays are days off; if absent, there are no public holidays
 * @param region the region of that country, such as {@code by} for Bavaria
 * @param closedOn further days off of the firm
 * @param runningClocks whether clocks that run already follow this version and keep their remaining working time (MOVE), or keep
 *     the version with which they were started (KEEP); KEEP if it is absent
 */
record CalendarRequest(
        @NotNull @TimeZoneId String zone,
        @NotEmpty @Size(max = BusinessCalendar.MAX_HOURS) @Valid List<@NotNull OpeningRequest> hours,
        @Nullable @CountryCode String country,
        @Nullable @Size(max = 16) String region,
        @Nullable @Size(max = BusinessCalendar.MAX_CLOSED_DAYS) List<@NotNull LocalDate> closedOn,
        @Nullable RunningClocks runningClocks) {

    /** @param closes {@code 24:00} and {@code 00:00} mean the end of the day */
    record OpeningRequest(
            @NotEmpty @Size(max = 7) List<@NotNull DayOfWeek> days,
            @NotNull LocalTime opens,
            @NotNull @JsonDeserialize(using = ClosingTime.class) LocalTime closes) {

        Hours toHours() {
            return new Hours(Set.copyOf(days), opens, closes);
        }
    }

    BusinessCalendar toCalendar(String code, Holidays holidays) {
        List<Hours> open = hours.stream().map(OpeningRequest::toHours).toList();
        BusinessCalendar calendar = new BusinessCalendar(
                code,
                1,
                ZoneId.of(zone),
                open,
                country,
                region,
                closedOn == null ? Set.of() : Set.copyOf(closedOn),
                EnteredHolidays.NONE,
                runningClocks == null ? RunningClocks.KEEP : runningClocks,
                null);
        List<FieldError> errors = new ArrayList<>(badHours(open));
        if (errors.isEmpty() && !calendar.hasEnoughTime()) {
            errors.add(new FieldError("hours", "must contain at least one working hour per week"));
        }
        badHolidays(holidays, errors);
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return calendar;
    }

    private static List<FieldError> badHours(List<Hours> open) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Hours hours = open.get(i);
            if (!hours.isForward()) {
                errors.add(new FieldError("hours[%d].closes".formatted(i), "must be after opens"));
            } else if (open.subList(0, i).stream().anyMatch(hours::overlaps)) {
                errors.add(new FieldError("hours[%d]".formatted(i), "must not overlap the hours before it"));
            }
        }
        return errors;
    }

    private void badHolidays(Holidays holidays, List<FieldError> errors) {
        if (country == null) {
            if (region != null) {
                errors.add(new FieldError("region", "must be absent if country is absent"));
            }
        } else if (!holidays.know(country, null)) {
            errors.add(
                    new FieldError(
                            "country",
                            "must be a country whose public holidays are known; leave it out and list the days off in closedOn"));
        } else if (!holidays.know(country, region)) {
            errors.add(new FieldError("region", "must be a region of the country whose public holidays are known"));
        }
    }
}
