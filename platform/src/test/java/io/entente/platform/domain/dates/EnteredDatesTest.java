package io.entente.platform.domain.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredDatesTest {

    private static final String BOUNDS = "must be from 1990-01-01 to 2100-12-31";

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01", "2026-02-28", "2100-12-31"})
    void a_date_within_the_bounds_is_taken(String date) {
        assertThat(EnteredDates.fault(LocalDate.parse(date))).isEmpty();
        assertThat(EnteredDates.fault(Instant.parse(date + "T23:59:59.999Z"))).isEmpty();
        assertThat(EnteredDates.fault(Instant.parse(date + "T00:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "0202-06-05", "1800-07-14", "1989-12-31", "2101-01-01", "9999-12-31"})
    void a_date_outside_is_refused_with_the_bounds(String date) {
        assertThat(EnteredDates.fault(LocalDate.parse(date))).hasValue(BOUNDS);
        assertThat(EnteredDates.fault(Instant.parse(date + "T00:00:00Z"))).hasValue(BOUNDS);
    }
}
