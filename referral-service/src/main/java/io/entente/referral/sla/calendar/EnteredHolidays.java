package io.entente.referral.sla.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The holidays that were entered for one calendar, in addition to those of its country.
 *
 * @param days the name of the holiday by its day
 * @param completeYears the years in which only these days are holidays, whatever the list of the country says
 */
public record EnteredHolidays(Map<LocalDate, String> days, Set<Integer> completeYears) {

    /** The maximum number of days of one calendar, of at most 160 bytes each: 300 versions stay below the bound of a document. */
    public static final int MAX_DAYS = 250;

    /** The maximum number of characters of a holiday's name that are kept. */
    public static final int MAX_NAME_CHARACTERS = 40;

    private static final int MONTH_END = 31;

    public static final EnteredHolidays NONE = new EnteredHolidays(Map.of(), Set.of());

    public EnteredHolidays {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
        completeYears = Collections.unmodifiableSet(new TreeSet<>(completeYears));
    }

    /** What entering does with the holidays that are known already. */
    public enum Mode {
        /** The days are holidays as well. */
        ADD,
        /** In the years of the days, only they are holidays. */
        REPLACE
    }

    boolean include(LocalDate day) {
        return days.containsKey(day);
    }

    boolean isComplete(int year) {
        return completeYears.contains(year);
    }

    /**
     * These holidays with more days.
     *
     * @param from days before it are forgotten, because no clock needs them any more
     */
    public EnteredHolidays with(Map<LocalDate, String> more, Mode mode, LocalDate from) {
        Map<LocalDate, String> all = new TreeMap<>(days);
        Set<Integer> complete = new TreeSet<>(completeYears);
        if (mode == Mode.REPLACE) {
            more.keySet().forEach(day -> complete.add(day.getYear()));
            all.keySet().removeIf(day -> more.keySet().stream().anyMatch(other -> other.getYear() == day.getYear()));
        }
        all.putAll(more);
        all.keySet().removeIf(day -> day.isBefore(from));
        complete.removeIf(year -> year < from.getYear());
        return new EnteredHolidays(all, complete);
    }

    /** The end of the last year that has a day; empty if there is none. */
    Optional<LocalDate> end() {
        return days.keySet().stream().reduce((earlier, later) -> later).map(last -> endOf(last.getYear()));
    }

    /** The end of the last complete year that follows a list without a gap. */
    LocalDate prolong(LocalDate listEnd) {
        int year = listEnd.getYear();
        while (isComplete(year + 1)) {
            year++;
        }
        return year == listEnd.getYear() ? listEnd : endOf(year);
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, MONTH_END);
    }
}
