package io.entente.commission.payouts.bank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which TARGET, the Eurosystem's payment system, is open. It is closed on Saturdays, Sundays, New Year's Day, Good Friday,
 * Easter Monday, 1 May, 25 and 26 December, by the European Central Bank's long-term calendar.
 */
final class TargetDays {

    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetDays() {}

    /** Returns the day itself if TARGET is open on it, otherwise the next day on which it is. */
    static LocalDate from(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    private static boolean isOpen(LocalDate day) {
        LocalDate easter = easterSunday(day.getYear());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(MonthDay.from(day))
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    /** Gauss's rule for the Gregorian calendar, in the form of Meeus, Jones and Butcher. */
    private static LocalDate easterSunday(int year) {
        int century = year / 100;
        int golden = year % 19;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
