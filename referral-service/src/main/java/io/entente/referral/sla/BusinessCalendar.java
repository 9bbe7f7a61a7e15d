package io.entente.referral.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the firm works: policy data, versioned. {@link BusinessTime} computes with it.
 *
 * @param hours days without any are the weekend
 * @param country whose public holidays are free, ISO 3166-1 alpha-2; null for none
 * @param region narrows the country's holidays, second part of ISO 3166-2
 * @param closedOn days off of the firm's own
 */
public record BusinessCalendar(
        String code,
        int version,
        ZoneId zone,
        List<Hours> hours,
        @Nullable String country,
        @Nullable String region,
        Set<LocalDate> closedOn) {

    /** Entries of one calendar. */
    public static final int MAX_HOURS = 28;

    /** Days off of one calendar: ten years of company holidays. */
    public static final int MAX_CLOSED_DAYS = 400;

    /** Less than an hour a week would let a promise of some days reach into the next decade. */
    private static final Duration LEAST_PER_WEEK = Duration.ofHours(1);

    public BusinessCalendar {
        hours = List.copyOf(hours);
        closedOn = Set.copyOf(closedOn);
    }

    /**
     * A stretch of working time, the same on several days of the week.
     *
     * @param closes midnight stands for the day's end
     */
    public record Hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        public Hours {
            days = Set.copyOf(days);
        }

        boolean endsAtMidnight() {
            return closes.equals(LocalTime.MIDNIGHT);
        }

        /** False where it closes before it opens. */
        public boolean isForward() {
            return endsAtMidnight() || opens.isBefore(closes);
        }

        /** Whether some time is in both. */
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

    /** Whether there is working time enough for a promise ever to fall due. */
    public boolean hasEnoughTime() {
        return hours.stream()
                        .map(Hours::perWeek)
                        .reduce(Duration.ZERO, Duration::plus)
                        .compareTo(LEAST_PER_WEEK)
                >= 0;
    }

    public PolicyRef ref() {
        return new PolicyRef(code, version);
    }

    /** The same calendar, but for its version. */
    public boolean saysTheSameAs(BusinessCalendar other) {
        return equals(other.atVersion(version));
    }

    BusinessCalendar atVersion(int number) {
        return new BusinessCalendar(code, number, zone, hours, country, region, closedOn);
    }
}
