package io.entente.referral.sla.worker;

import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.Holidays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches until when the holidays of the calendars are known. The metric {@code sla.holidays.days.left} is the number of days of the
 * calendar whose holidays end first; it is -1 if no calendar depends on a list.
 */
final class HolidayCheck {

    private static final Logger LOG = LoggerFactory.getLogger(HolidayCheck.class);
    private static final long WARN_DAYS = 90;
    private static final long NO_LIST = -1;

    private final SlaPolicies policies;
    private final Holidays holidays;
    private final Clock clock;

    HolidayCheck(SlaPolicies policies, Holidays holidays, Clock clock, MeterRegistry registry) {
        this.policies = policies;
        this.holidays = holidays;
        this.clock = clock;
        Gauge.builder("sla.holidays.days.left", this, HolidayCheck::daysLeft)
                .description("Days until the list of holidays ends that ends first; -1 if there is none")
                .register(registry);
    }

    void run() {
        for (BusinessCalendar calendar : policies.inForce().newestCalendars()) {
            daysLeft(calendar)
                    .filter(days -> days < WARN_DAYS)
                    .ifPresent(days -> LOG.warn(
                            "The holidays of the calendar {} are known for {} more days. Update the service, or import the holidays of the next years.",
                            calendar.code(),
                            Math.max(0, days)));
        }
    }

    private long daysLeft() {
        return policies.inForce().newestCalendars().stream()
                .flatMap(calendar -> daysLeft(calendar).stream())
                .mapToLong(days -> Math.max(0, days))
                .min()
                .orElse(NO_LIST);
    }

    private Optional<Long> daysLeft(BusinessCalendar calendar) {
        return calendar.holidaysKnownUntil(holidays)
                .map(end -> ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(calendar.zone())), end));
    }
}
