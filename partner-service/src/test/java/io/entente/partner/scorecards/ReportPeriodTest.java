package io.entente.partner.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

    @ParameterizedTest(name = "{0} is {1}, from {2} to {3}, after {4}")
    @CsvSource({
        "2027-03,           2027-03,          2027-03-01, 2027-03-31, 2027-02,          true",
        "2027-Q1,           2027-Q1,          2027-01-01, 2027-03-31, 2026-Q4,          true",
        "2028,              2028,             2028-01-01, 2028-12-31, 2027,             true",
        "2027-04..2027-06,  2027-Q2,          2027-04-01, 2027-06-30, 2027-Q1,          true",
        "2027-02..2027-04,  2027-02..2027-04, 2027-02-01, 2027-04-30, 2026-11..2027-01, false",
        "2026-11..2028-02,  2026-11..2028-02, 2026-11-01, 2028-02-29, 2025-07..2026-10, false",
        "2027-05..2027-05,  2027-05,          2027-05-01, 2027-05-31, 2027-04,          true",
    })
    void a_period_is_read_and_knows_the_one_before(
            String text, String name, String from, String to, String previous, boolean isListed) {
        ReportPeriod period = ReportPeriod.parse(text).orElseThrow();

        assertThat(period).hasToString(name);
        assertThat(ReportPeriod.parse(period.toString())).contains(period);
        assertThat(period.firstDay()).isEqualTo(from);
        assertThat(period.lastDay()).isEqualTo(to);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.isListed()).isEqualTo(isListed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-13",
                "2027-Q5",
                "27",
                "2027-04..2027-02",
                "2017-01..2027-01",
                "2027-1",
                "",
                "2027-02-01",
                "0999"
            })
    void another_text_is_no_period(String text) {
        assertThat(ReportPeriod.parse(text)).isEmpty();
    }

    @Test
    void the_months_are_in_order() {
        assertThat(ReportPeriod.parse("2026-12..2027-02").orElseThrow().months())
                .isEqualTo(List.of(YearMonth.of(2026, 12), YearMonth.of(2027, 1), YearMonth.of(2027, 2)));
    }
}
