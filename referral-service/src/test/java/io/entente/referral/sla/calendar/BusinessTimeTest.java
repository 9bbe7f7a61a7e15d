package io.entente.referral.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.referral.sla.SlaMother;
import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessTimeTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    /** The calendar is Berlin, Monday to Friday from 9 to 17. The times from and due are local times with their offset. */
    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "within a day,                        2026-03-02T10:00+01:00, PT3H,  2026-03-02T13:00+01:00",
        "to the very end of a day,            2026-03-02T09:00+01:00, PT8H,  2026-03-02T17:00+01:00",
        "one second more is the next morning, 2026-03-02T09:00+01:00, PT8H1S,2026-03-03T09:00:01+01:00",
        "from before opening,                 2026-03-02T03:00+01:00, PT1H,  2026-03-02T10:00+01:00",
        "from after closing,                  2026-03-02T19:00+01:00, PT1H,  2026-03-03T10:00+01:00",
        "over a weekend,                      2026-03-06T16:00+01:00, PT2H,  2026-03-09T10:00+01:00",
        "from a Saturday,                     2026-03-07T12:00+01:00, PT1H,  2026-03-09T10:00+01:00",
        "over Easter (Good Friday to Monday), 2026-04-02T16:00+02:00, PT2H,  2026-04-07T10:00+02:00",
        "over Labour Day on a Friday,         2026-04-30T16:00+02:00, PT2H,  2026-05-04T10:00+02:00",
        "Women's Day is Berlin's own,         2027-03-05T16:00+01:00, PT2H,  2027-03-09T10:00+01:00",
        "over Christmas and New Year,         2026-12-24T16:00+01:00, PT9H,  2026-12-28T17:00+01:00",
        "clocks put forward on a Sunday,      2026-03-27T16:00+01:00, PT2H,  2026-03-30T10:00+02:00",
        "clocks put back on a Sunday,         2026-10-23T16:00+02:00, PT2H,  2026-10-26T10:00+01:00",
        "a week of working time,              2026-03-02T09:00+01:00, PT40H, 2026-03-06T17:00+01:00",
        "nothing at all at night,            2026-03-02T03:00+01:00, PT0S,  2026-03-02T03:00+01:00",
    })
    void time_passes_in_working_hours_only(String what, String from, Duration work, String due) {
        BusinessTime time = new BusinessTime(SlaMother.berlin(), SlaMother.JOLLYDAY);

        Instant reached = time.plus(instant(from), work);

        assertThat(reached).as(what).isEqualTo(instant(due));
        assertThat(time.between(instant(from), reached)).isEqualTo(work);
    }

    @Test
    void hours_across_a_daylight_saving_change_count_as_they_elapse() {
        BusinessCalendar nights = new BusinessCalendar(
                "nights",
                1,
                ZoneId.of("Europe/Berlin"),
                List.of(new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.of(6, 0))),
                null,
                null,
                Set.of());
        BusinessTime time = new BusinessTime(nights, SlaMother.JOLLYDAY);

        assertThat(onThe(time, "2026-03-29")).as("2:00 is 3:00").isEqualTo(Duration.ofHours(5));
        assertThat(onThe(time, "2026-10-25")).as("3:00 is 2:00").isEqualTo(Duration.ofHours(7));
        assertThat(onThe(time, "2026-06-01")).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_calendar_may_have_a_noon_break_a_friday_weekend_and_further_days_off() {
        Set<DayOfWeek> week = EnumSet.of(
                DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        BusinessCalendar johor = new BusinessCalendar(
                "johor",
                1,
                ZoneId.of("Asia/Kuala_Lumpur"),
                List.of(
                        new Hours(week, LocalTime.of(14, 0), LocalTime.of(18, 0)),
                        new Hours(week, NINE, LocalTime.of(13, 0))),
                null,
                null,
                Set.of(LocalDate.of(2026, 3, 1)));
        BusinessTime time = new BusinessTime(johor, SlaMother.JOLLYDAY);

        assertThat(time.plus(instant("2026-02-26T12:00+08:00"), Duration.ofHours(6)))
                .as("1 h Thursday morning, 4 h after the break; Friday, Saturday and the day off are free")
                .isEqualTo(instant("2026-03-02T10:00+08:00"));
    }

    @Test
    void midnight_as_closing_time_means_the_end_of_the_day() {
        BusinessCalendar always = new BusinessCalendar(
                "always",
                1,
                ZoneId.of("UTC"),
                List.of(new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                null,
                null,
                Set.of());

        assertThat(always.hasEnoughTime()).isTrue();
        assertThat(new BusinessTime(always, SlaMother.JOLLYDAY)
                        .plus(instant("2026-02-26T12:00Z"), Duration.ofHours(100)))
                .isEqualTo(instant("2026-03-02T16:00Z"));
    }

    /** On 2026-03-29, Berlin's clocks go from 02:00 to 03:00; on 2026-10-25, they go from 03:00 back to 02:00. */
    @ParameterizedTest
    @CsvSource({
        "closing in the gap,              2026-03-29, 00:00, 02:30, PT2H",
        "opening in the gap,              2026-03-29, 02:30, 06:00, PT3H",
        "opening and closing in the gap,  2026-03-29, 02:15, 02:45, PT0S",
        "across the gap,                  2026-03-29, 01:00, 05:00, PT3H",
        "closing in the overlap,          2026-10-25, 00:00, 02:30, PT2H30M",
        "opening in the overlap,          2026-10-25, 02:30, 06:00, PT4H30M",
        "across the overlap,              2026-10-25, 01:00, 05:00, PT5H",
    })
    void hours_that_begin_or_end_while_clocks_change_count_once(
            String what, String day, LocalTime opens, LocalTime closes, Duration length) {
        BusinessCalendar nights = new BusinessCalendar(
                "nights",
                1,
                ZoneId.of("Europe/Berlin"),
                List.of(new Hours(Set.of(DayOfWeek.SUNDAY), opens, closes)),
                null,
                null,
                Set.of());

        assertThat(onThe(new BusinessTime(nights, SlaMother.JOLLYDAY), day))
                .as(what)
                .isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, PT5H", "2026-10-25, PT7H"})
    void hours_that_are_divided_while_clocks_change_add_up_to_what_passes(String day, Duration length) {
        LocalTime change = LocalTime.of(2, 30);
        BusinessCalendar divided = new BusinessCalendar(
                "divided",
                1,
                ZoneId.of("Europe/Berlin"),
                List.of(
                        new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, change),
                        new Hours(Set.of(DayOfWeek.SUNDAY), change, LocalTime.of(6, 0))),
                null,
                null,
                Set.of());

        assertThat(onThe(new BusinessTime(divided, SlaMother.JOLLYDAY), day)).isEqualTo(length);
    }

    @Test
    void a_calendar_without_working_time_fails_instead_of_looping() {
        BusinessCalendar never = new BusinessCalendar("never", 1, ZoneId.of("UTC"), List.of(), null, null, Set.of());

        assertThat(never.hasEnoughTime()).isFalse();
        assertThatThrownBy(() -> new BusinessTime(never, SlaMother.JOLLYDAY)
                        .plus(instant("2026-02-26T12:00Z"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void overlapping_hours_are_recognised() {
        Hours morning = new Hours(Set.of(DayOfWeek.MONDAY), NINE, LocalTime.of(13, 0));
        Hours late = new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(12, 0), LocalTime.MIDNIGHT);
        Hours after = new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(13, 0), LocalTime.MIDNIGHT);
        Hours tuesday = new Hours(Set.of(DayOfWeek.TUESDAY), NINE, LocalTime.of(13, 0));

        assertThat(morning.overlaps(late)).isTrue();
        assertThat(late.overlaps(after)).isTrue();
        assertThat(morning.overlaps(after)).isFalse();
        assertThat(morning.overlaps(tuesday)).isFalse();
        assertThat(new Hours(Set.of(DayOfWeek.MONDAY), NINE, NINE).isForward()).isFalse();
    }

    @Test
    void countries_and_regions_without_known_holidays_are_recognised() {
        assertThat(SlaMother.JOLLYDAY.know("DE", "BE")).isTrue();
        assertThat(SlaMother.JOLLYDAY.know("US", null)).isTrue();
        assertThat(SlaMother.JOLLYDAY.know("DE", "nowhere")).isFalse();
        assertThat(SlaMother.JOLLYDAY.know("MY", null)).isFalse();
    }

    private static Duration onThe(BusinessTime time, String day) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate date = LocalDate.parse(day);
        return time.between(
                date.atStartOfDay(berlin).toInstant(),
                date.plusDays(1).atStartOfDay(berlin).toInstant());
    }

    private static Instant instant(String withOffset) {
        return java.time.OffsetDateTime.parse(withOffset).toInstant();
    }
}
