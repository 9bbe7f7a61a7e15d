package io.entente.referral.sla.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.sla.SlaMother;
import io.entente.referral.sla.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedHolidaysTest {

    private static final Holidays HOLIDAYS = new ShippedHolidays(SlaMother.JOLLYDAY);

    /** All days off on a weekday, as the governments have announced them for 2026. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "JP,-,01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
                "SG,-,01-01 02-17 02-18 04-03 05-01 05-27 06-01 08-10 11-09 12-25",
                "HK,-,01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25",
                "MY,14,01-01 02-02 02-17 02-18 03-20 03-23 05-01 05-27 06-01 06-02 06-17 08-25 08-31 09-16 11-09 12-25",
                "GB,ENG,01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "US,-,01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
                "DE,be,01-01 04-03 04-06 05-01 05-14 05-25 12-25",
                "PT,-,01-01 04-03 05-01 06-04 06-10 10-05 12-01 12-08 12-25",
            })
    void the_days_off_of_2026_are_right(String country, @Nullable String region, String days) {
        String found = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> HOLIDAYS.include(day, country, region))
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MY", "SG", "JP", "DE", "ES", "PT", "BR", "GB", "US", "IN", "HK"})
    void three_years_are_shipped_and_the_end_is_known(String country) {
        assertThat(HOLIDAYS.know(country, null)).isTrue();
        assertThat(HOLIDAYS.knownUntil(country, null)).contains(LocalDate.of(2028, 12, 31));
        for (int year : new int[] {2026, 2027, 2028}) {
            assertThat(LocalDate.of(year, 1, 1)
                            .datesUntil(LocalDate.of(year + 1, 1, 1))
                            .filter(day -> HOLIDAYS.include(day, country, null)))
                    .as("%s %d", country, year)
                    .hasSizeGreaterThan(4);
        }
    }

    @Test
    void other_countries_regions_and_years_follow_rules() {
        assertThat(HOLIDAYS.know("FR", null)).isTrue();
        assertThat(HOLIDAYS.knownUntil("FR", null)).isEmpty();
        assertThat(HOLIDAYS.include(LocalDate.of(2026, 7, 14), "FR", null)).isTrue();
        assertThat(HOLIDAYS.include(LocalDate.of(2031, 10, 3), "DE", null)).isTrue();
        assertThat(HOLIDAYS.include(LocalDate.of(2031, 8, 31), "MY", null)).isFalse();
        assertThat(HOLIDAYS.know("DE", "nowhere")).isFalse();
        assertThat(HOLIDAYS.know("KP", null)).isFalse();
        assertThat(List.of(HOLIDAYS.know("my", "14"), HOLIDAYS.know("de", "BY"), HOLIDAYS.know("DE", "by")))
                .containsOnly(true);
    }
}
