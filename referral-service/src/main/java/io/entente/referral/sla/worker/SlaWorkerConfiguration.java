package io.entente.referral.sla.worker;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.sla.ClockedReferrals;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaSweep;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.follow.FollowCalendars;
import io.entente.referral.sla.follow.Followings;
import io.entente.referral.sla.holidays.ShippedHolidays;
import io.entente.referral.sla.jollyday.JollydayHolidays;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Sweeps the clocks and counts them for the metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlaProperties.class)
class SlaWorkerConfiguration {

    @Bean
    SlaSweep slaSweep(ClockedReferrals referrals, Clock clock) {
        return new SlaSweep(referrals, clock);
    }

    @Bean
    @Primary
    Holidays holidays(JollydayHolidays rules) {
        return new ShippedHolidays(rules);
    }

    @Bean
    FollowCalendars followCalendars(
            SlaPolicies policies, ClockedReferrals referrals, Followings followings, Clock clock) {
        return new FollowCalendars(policies, referrals, followings, clock);
    }

    @Bean
    Sweep slaCalendarFollowers(Sweeps sweeps, FollowCalendars follow, SlaProperties properties) {
        return sweeps.every(
                properties.followInterval(), "sla-follow-calendars", () -> follow.run(properties.sweepLimit()));
    }

    /** Warns once a day if the holidays of a calendar end soon. */
    @Bean
    Sweep slaCalendarCheck(Sweeps sweeps, HolidayCheck check) {
        return sweeps.atStartAndEvery(Duration.ofDays(1), "sla-calendar-check", check::run);
    }

    @Bean
    HolidayCheck holidayCheck(SlaPolicies policies, Holidays holidays, Clock clock, MeterRegistry registry) {
        return new HolidayCheck(policies, holidays, clock, registry);
    }

    @Bean
    SlaMetrics slaMetrics(MeterRegistry registry) {
        return new SlaMetrics(registry);
    }

    @Bean
    Sweep slaClockSweep(Sweeps sweeps, SlaSweep sweep, SlaMetrics metrics, SlaProperties properties) {
        return sweeps.every(
                properties.sweepInterval(), "sla-clocks", () -> metrics.swept(sweep.sweep(properties.sweepLimit())));
    }

    @Bean
    Sweep slaClockCount(Sweeps sweeps, SlaBoard board, SlaMetrics metrics, SlaProperties properties, Clock clock) {
        return sweeps.every(properties.countInterval(), "sla-clock-count", () -> {
            Instant now = clock.instant();
            metrics.counted(board.openCounts(), board.account(now.minus(properties.countEnded()), now));
        });
    }
}
