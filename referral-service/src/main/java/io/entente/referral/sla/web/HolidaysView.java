package io.entente.referral.sla.web;

import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.referral.sla.calendar.EnteredHolidays;
import io.entente.referral.sla.ical.CalendarFile;
import io.entente.referral.sla.web.CalendarView.HolidayView;
import java.util.List;

/**
 * The result of entering holidays.
 *
 * @param version the version of the calendar that has them
 * @param holidays the holidays of the file
 * @param completeYears the years in which only entered holidays count
 * @param left the events of the file that are cancelled, or have no day from the start of last year to the end of the fifth year
 *     from now
 * @param runningClocks MOVE if running clocks follow the calendar; {@code moved-clocks} lists those that have moved
 */
record HolidaysView(
        String code,
        int version,
        EnteredHolidays.Mode mode,
        List<HolidayView> holidays,
        List<Integer> completeYears,
        int left,
        RunningClocks runningClocks) {

    static HolidaysView of(BusinessCalendar calendar, EnteredHolidays.Mode mode, CalendarFile file) {
        return new HolidaysView(
                calendar.code(),
                calendar.version(),
                mode,
                file.days().entrySet().stream()
                        .map(day -> new HolidayView(day.getKey(), day.getValue()))
                        .toList(),
                List.copyOf(calendar.entered().completeYears()),
                file.left(),
                calendar.runningClocks());
    }
}
