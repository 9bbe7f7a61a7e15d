package io.entente.commission.payouts.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutMother;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Value dates of a payout that was planned on 2026-07-16. */
class OutcomeDatesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-31T18:00:00Z"), ZoneOffset.UTC);

    private final Payout payout = PayoutMother.submitted();

    @Test
    void a_value_date_before_the_programs_start_is_refused_with_the_day_of_the_start() {
        OutcomeDates dates = new OutcomeDates(ZoneOffset.UTC, CLOCK, LocalDate.parse("2026-08-01"));

        assertThat(dates.problem(payout, LocalDate.parse("2026-07-31")))
                .contains("must not be before the program's start, which is 2026-08-01");
        assertThat(dates.problem(payout, LocalDate.parse("2026-08-01"))).isEmpty();
    }

    @Test
    void a_program_without_a_start_refuses_only_dates_before_planning_and_in_the_future() {
        OutcomeDates dates = new OutcomeDates(ZoneOffset.UTC, CLOCK, null);

        assertThat(dates.problem(payout, LocalDate.parse("2026-07-15")))
                .contains("must not be before the payout was planned, which was on 2026-07-16");
        assertThat(dates.problem(payout, LocalDate.parse("2026-07-16"))).isEmpty();
        assertThat(dates.problem(payout, LocalDate.parse("2026-08-31"))).isEmpty();
        assertThat(dates.problem(payout, LocalDate.parse("2026-09-01")))
                .contains("must not be in the future; today is 2026-08-31");
    }

    @Test
    void a_bank_in_another_zone_can_write_the_day_before_or_after() {
        OutcomeDates dates = new OutcomeDates(ZoneOffset.UTC, CLOCK, LocalDate.parse("2026-07-15"));

        assertThat(dates.isPossibleElsewhere(payout, LocalDate.parse("2026-09-01")))
                .isTrue();
        assertThat(dates.isPossibleElsewhere(payout, LocalDate.parse("2026-09-02")))
                .isFalse();
        assertThat(dates.isPossibleElsewhere(payout, LocalDate.parse("2026-07-15")))
                .isTrue();
        assertThat(dates.isPossibleElsewhere(payout, LocalDate.parse("2026-07-14")))
                .as("before the program's start")
                .isFalse();
    }

    @Test
    void today_is_the_day_in_the_zone_of_the_program() {
        OutcomeDates dates = new OutcomeDates(ZoneId.of("Asia/Tokyo"), CLOCK, null);

        assertThat(dates.problem(payout, LocalDate.parse("2026-09-01"))).isEmpty();
    }
}
