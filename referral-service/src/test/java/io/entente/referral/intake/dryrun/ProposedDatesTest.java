package io.entente.referral.intake.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposedDatesTest {

    @Test
    void an_order_of_day_and_month_that_no_date_shows_is_open() {
        ProposedDates dates = new ProposedDates(List.of("07/08/2026", "01/02/2026"));

        assertThat(dates.openOrder()).contains("07/08/2026");
        assertThat(dates.formats()).contains("d/M/yyyy", "M/d/yyyy");
    }

    @Test
    void one_date_shows_the_order_of_all() {
        ProposedDates dates = new ProposedDates(List.of("07/08/2026", "19/02/2026"));

        assertThat(dates.openOrder()).isEmpty();
        assertThat(dates.formats()).contains("d/M/yyyy").doesNotContain("M/d/yyyy");
    }

    @Test
    void dates_with_the_year_first_leave_nothing_open() {
        assertThat(new ProposedDates(List.of("2026-07-08", "")).openOrder()).isEmpty();
    }
}
