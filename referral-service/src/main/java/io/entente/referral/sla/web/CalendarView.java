package io.entente.referral.sla.web;

import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.follow.Following;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a calendar as the API shows it.
 *
 * @param holidays the holidays that were entered, beside those of the country
 * @param completeYears the years in which only the entered holidays count
 * @param holidaysKnownUntil the last day for which the holidays are listed; absent if they follow from rules, or if there are none
 * @param following how far running clocks have followed the calendar; absent if they don't follow it, or not yet
 */
record CalendarView(
        String code,
        int version,
        String zone,
        List<OpeningView> hours,
        @Nullable String country,
        @Nullable String region,
        List<LocalDate> closedOn,
        List<HolidayView> holidays,
        List<Integer> completeYears,
        @Nullable LocalDate holidaysKnownUntil,
        RunningClocks runningClocks,
        @Nullable FollowingView following) {

    record OpeningView(List<DayOfWeek> days, LocalTime opens, LocalTime closes) {}

    /** A day off. */
    record HolidayView(LocalDate on, String name) {}

    /**
     * The progress of the running clocks.
     *
     * @param version the version that they follow
     * @param examined the open clocks that were examined so far
     * @param done whether all were
     */
    record FollowingView(int version, long examined, boolean done) {

        static FollowingView of(Following following) {
            return new FollowingView(following.version(), following.examined(), following.hasEnded());
        }
    }

    static CalendarView of(BusinessCalendar calendar, Holidays known, Optional<Following> following) {
        return new CalendarView(
                calendar.code(),
                calendar.version(),
                calendar.zone().getId(),
                calendar.hours().stream()
                        .map(hours ->
                                new OpeningView(hours.days().stream().sorted().toList(), hours.opens(), hours.closes()))
                        .toList(),
                calendar.country(),
                calendar.region(),
                calendar.closedOn().stream().sorted().toList(),
                calendar.entered().days().entrySet().stream()
                        .map(day -> new HolidayView(day.getKey(), day.getValue()))
                        .toList(),
                List.copyOf(calendar.entered().completeYears()),
                calendar.holidaysKnownUntil(known).orElse(null),
                calendar.runningClocks(),
                following.map(FollowingView::of).orElse(null));
    }
}
