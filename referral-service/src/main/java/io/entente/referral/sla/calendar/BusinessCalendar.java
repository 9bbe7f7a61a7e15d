package io.entente.referral.sla.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The firm's working hours: policy data in versions. {@link BusinessTime} computes with it.
 *
 * @param hours the hours of each working day; a day without hours is a weekend day
 * @param country the country whose public holidays are days off, ISO 3166-1 alpha-2; null if none apply
 * @param region narrows the holidays to a region, the second part of ISO 3166-2
 * @param closedOn additional days off of the firm
 * @param entered holidays that were entered for this calendar, beside those of the country or instead of them
 * @param runningClocks whether clocks that run already follow this version
 * @param changedAt when the version was stored; null for versions from before that was recorded
 */
public record BusinessCalendar(
        String code,
        int version,
        ZoneId zone,
        List<Hours> hours,
        @Nullable String country,
        @Nullable String region,
        Set<LocalDate> closedOn,
        EnteredHolidays entered,
        RunningClocks runningClocks,
        @Nullable Instant changedAt) {

    /** The maximum number of opening hours of one calendar. */
    public static final int MAX_HOURS = 28;

    /** The maximum number of days off of one calendar: ten years of company holidays. */
    public static final int MAX_CLOSED_DAYS = 400;

    /** With less than an hour a week, a promise of a few days would reach into the next decade. */
    private static final Duration LEAST_PER_WEEK = Duration.ofHours(1);

    public BusinessCalendar {
        hours = List.copyOf(hours);
        closedOn = Set.copyOf(closedOn);
    }

    /** A calendar without entered holidays, which running clocks don't follow. */
    public BusinessCalendar(
            String code,
            int version,
            ZoneId zone,
            List<Hours> hours,
            @Nullable String country,
            @Nullable String region,
            Set<LocalDate> closedOn) {
        this(code, version, zone, hours, country, region, closedOn, EnteredHolidays.NONE, RunningClocks.KEEP, null);
    }

    /** The program's choice for clocks that run when the calendar changes. */
    public enum RunningClocks {
        /** They keep the version with which they were started. */
        KEEP,
        /** They keep their remaining working time, and count it with the new version from its beginning on. */
        MOVE
    }

    /**
     * A period of working time that is the same on several days of the week.
     *
     * @param closes midnight means the end of the day
     */
    public record Hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        public Hours {
            days = Set.copyOf(days);
        }

        boolean endsAtMidnight() {
            return closes.equals(LocalTime.MIDNIGHT);
        }

        /** Returns false if it closes before it opens. */
        public boolean isForward() {
            return endsAtMidnight() || opens.isBefore(closes);
        }

        /** Whether the two periods overlap. */
        public boolean overlaps(Hours other) {
            return days.stream().anyMatch(other.days::contains)
                    && (other.endsAtMidnight() || opens.isBefore(other.closes))
                    && (endsAtMidnight() || other.opens.isBefore(closes));
        }

        Duration perWeek() {
            Duration daily = Duration.between(opens, closes);
            return (endsAtMidnight() ? daily.plusDays(1) : daily).multipliedBy(days.size());
        }
    }

    /** Whether there is enough working time for every promise to become due. */
    public boolean hasEnoughTime() {
        return hours.stream()
                        .map(Hours::perWeek)
                        .reduce(Duration.ZERO, Duration::plus)
                        .compareTo(LEAST_PER_WEEK)
                >= 0;
    }

    /** Whether nobody works on a day. */
    boolean isFree(LocalDate day, Holidays holidays) {
        return closedOn.contains(day)
                || entered.include(day)
                || (country != null && !entered.isComplete(day.getYear()) && holidays.include(day, country, region));
    }

    /** The last day for which the holidays are listed; empty if they follow from rules, or if there are none. */
    public Optional<LocalDate> holidaysKnownUntil(Holidays holidays) {
        return country == null
                ? entered.end()
                : holidays.knownUntil(country, region).map(entered::prolong);
    }

    /** Whether both calendars say the same, whatever their versions. */
    public boolean saysTheSameAs(BusinessCalendar other) {
        return equals(other.atVersion(version).changedAt(changedAt));
    }

    public BusinessCalendar atVersion(int number) {
        return new BusinessCalendar(
                code, number, zone, hours, country, region, closedOn, entered, runningClocks, changedAt);
    }

    public BusinessCalendar changedAt(@Nullable Instant at) {
        return new BusinessCalendar(code, version, zone, hours, country, region, closedOn, entered, runningClocks, at);
    }

    public BusinessCalendar with(EnteredHolidays holidays) {
        return new BusinessCalendar(
                code, version, zone, hours, country, region, closedOn, holidays, runningClocks, changedAt);
    }
}
