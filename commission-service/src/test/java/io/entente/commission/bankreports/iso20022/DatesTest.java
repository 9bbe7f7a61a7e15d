package io.entente.commission.bankreports.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo, 2027-03-31T15:00:00Z, 2027-04-01",
        "Asia/Tokyo, 2027-03-31T14:59:59.999Z, 2027-03-31",
        "America/Los_Angeles, 2026-11-02T04:30:00+01:00, 2026-11-01",
        "America/Los_Angeles, 2026-11-02T23:30:00, 2026-11-02",
        "Asia/Tokyo, 2026-11-02, 2026-11-02",
        "Asia/Tokyo, 2026-11-02-08:00, 2026-11-02"
    })
    void a_zoned_time_counts_on_its_day_in_the_zone_of_the_program(ZoneId zone, String text, LocalDate day) {
        assertThat(new Dates(zone).parse(text)).isEqualTo(day);
    }

    @Test
    void a_text_that_is_no_date_counts_as_missing() {
        assertThat(new Dates(ZoneId.of("Asia/Tokyo")).parse("2026-11-31T10:00:00Z"))
                .isNull();
        assertThat(new Dates(ZoneId.of("Asia/Tokyo")).parse("soon")).isNull();
    }
}
