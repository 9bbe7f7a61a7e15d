package io.entente.referral.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.sla.SlaMother;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BusinessTimePropertiesTest {

    private static final Instant FROM = Instant.parse("2025-12-01T00:00:00Z");

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Kuala_Lumpur", "Australia/Lord_Howe")
                .map(zone -> SlaMother.officeHours(
                        zone, zone.contains("Berlin") ? "DE" : zone.contains("York") ? "US" : null, null));
    }

    @Property(tries = 300)
    void the_time_that_passes_equals_the_time_that_was_added(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll @IntRange(max = 600_000) int startMinute,
            @ForAll @IntRange(max = 400 * 60) int minutes) {
        BusinessTime time = new BusinessTime(calendar, SlaMother.JOLLYDAY);
        Instant from = FROM.plus(Duration.ofMinutes(startMinute));

        Instant due = time.plus(from, Duration.ofMinutes(minutes));

        assertThat(time.between(from, due)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(time.between(from, due.minusMillis(1)))
                .as("not a moment later than it has to be")
                .isLessThanOrEqualTo(Duration.ofMinutes(minutes));
    }

    @Property(tries = 300)
    void adding_in_two_parts_equals_adding_at_once(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll @IntRange(max = 600_000) int startMinute,
            @ForAll @IntRange(min = 1, max = 100 * 60) int first,
            @ForAll @IntRange(min = 1, max = 100 * 60) int second) {
        BusinessTime time = new BusinessTime(calendar, SlaMother.JOLLYDAY);
        Instant from = FROM.plus(Duration.ofMinutes(startMinute));

        assertThat(time.plus(time.plus(from, Duration.ofMinutes(first)), Duration.ofMinutes(second)))
                .isEqualTo(time.plus(from, Duration.ofMinutes(first + second)));
    }

    /** The model checks for each minute of the wall clock whether the office is open. */
    @Property(tries = 30)
    void the_time_between_two_instants_is_the_sum_of_its_working_minutes(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll @IntRange(max = 600_000) int startMinute,
            @ForAll @IntRange(max = 10 * 24 * 60) int minutes) {
        BusinessTime time = new BusinessTime(calendar, SlaMother.JOLLYDAY);
        Instant from = FROM.plus(Duration.ofMinutes(startMinute));
        long open = 0;
        for (int i = 0; i < minutes; i++) {
            open += isOpen(calendar, from.plus(Duration.ofMinutes(i))) ? 1 : 0;
        }

        assertThat(time.between(from, from.plus(Duration.ofMinutes(minutes)))).isEqualTo(Duration.ofMinutes(open));
    }

    private static boolean isOpen(BusinessCalendar calendar, Instant at) {
        ZonedDateTime local = at.atZone(calendar.zone());
        LocalTime hour = local.toLocalTime();
        String country = calendar.country();
        return local.getDayOfWeek().getValue() <= 5
                && !hour.isBefore(LocalTime.of(9, 0))
                && hour.isBefore(LocalTime.of(17, 0))
                && (country == null || !SlaMother.JOLLYDAY.include(local.toLocalDate(), country, null));
    }
}
