package io.entente.referral.sla.calendar;

import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;

/**
 * Measures time in the working hours of a calendar. The hours of a day are those on the wall clock. If the clock is put
 * forward or back during working hours, the day has as many hours as really pass. A promise that ends exactly when the office
 * closes is due then, not at the next opening.
 */
public final class BusinessTime implements WorkTime {

    /** A calendar without working time for this long is a mistake, and must not cause an endless loop. */
    private static final int MAX_DAYS = 20 * 366;

    private final BusinessCalendar calendar;
    private final Holidays holidays;

    public BusinessTime(BusinessCalendar calendar, Holidays holidays) {
        this.calendar = calendar;
        this.holidays = holidays;
    }

    /** The working time of one day, as instants. */
    private record Stretch(Instant from, Instant to) {

        Stretch after(Instant earliest) {
            return from.isBefore(earliest) ? new Stretch(earliest, to) : this;
        }

        Stretch before(Instant latest) {
            return to.isAfter(latest) ? new Stretch(from, latest) : this;
        }

        Duration length() {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    @Override
    public Instant plus(Instant from, Duration work) {
        if (work.isZero()) {
            return from;
        }
        Duration left = work;
        LocalDate day = dayOf(from);
        for (int days = 0; days < MAX_DAYS; days++, day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Stretch ahead = stretch.after(from);
                if (ahead.length().compareTo(left) >= 0) {
                    return ahead.from().plus(left);
                }
                left = left.minus(ahead.length());
            }
        }
        throw new IllegalStateException("Version %d of the calendar %s has no working time in %d days"
                .formatted(calendar.version(), calendar.code(), MAX_DAYS));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        if (!from.isBefore(to)) {
            return passed;
        }
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                passed = passed.plus(stretch.after(from).before(to).length());
            }
        }
        return passed;
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, calendar.zone());
    }

    private List<Stretch> stretches(LocalDate day) {
        if (calendar.isFree(day, holidays)) {
            return List.of();
        }
        return calendar.hours().stream()
                .filter(hours -> hours.days().contains(day.getDayOfWeek()))
                .sorted(Comparator.comparing(Hours::opens))
                .map(hours -> stretch(day, hours))
                .toList();
    }

    private Stretch stretch(LocalDate day, Hours hours) {
        LocalDate closingDay = hours.endsAtMidnight() ? day.plusDays(1) : day;
        return new Stretch(instantOf(day.atTime(hours.opens())), instantOf(closingDay.atTime(hours.closes())));
    }

    /**
     * The instant at which the clock on the wall first shows a time. If the clock is put forward past that time, it is the instant
     * at which it is put forward. Opening and closing at one time are therefore one instant, and nothing counts twice.
     */
    private Instant instantOf(LocalDateTime time) {
        ZoneOffsetTransition transition = calendar.zone().getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : time.atZone(calendar.zone()).toInstant();
    }
}
