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
        assertThat(weekdaysOff(2026, country, region)).isEqualTo(days);
    }

    /** All days off on a weekday in later years, as announced, or by the law that says how days are made up for. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2027,JP,-,01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
                "2028,JP,-,01-10 02-11 02-23 03-20 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23",
                "2027,SG,-,01-01 02-08 03-10 03-26 05-17 05-20 08-09 10-28",
                "2027,HK,-,01-01 02-08 02-09 03-26 03-29 04-05 05-13 06-09 07-01 09-16 10-01 10-08 12-27",
                "2028,HK,-,01-26 01-27 01-28 04-04 04-14 04-17 05-01 05-02 05-29 10-02 10-04 10-26 12-25 12-26",
                "2027,GB,ENG,01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
                "2028,GB,ENG,01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
                "2027,US,-,01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
                "2027,DE,by,01-01 01-06 03-26 03-29 05-06 05-17 05-27 11-01",
                "2027,ES,-,01-01 01-06 03-26 10-12 11-01 12-06 12-08",
                "2026,ES,MD,01-01 01-06 04-02 04-03 05-01 10-12 11-02 12-07 12-08 12-25",
                "2026,BR,-,01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25",
            })
    void the_days_off_of_other_years_and_countries_are_right(
            int year, String country, @Nullable String region, String days) {
        assertThat(weekdaysOff(year, country, region)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-26", "2027-01-26", "2026-10-02", "2026-08-15"})
    void the_national_days_of_india_are_days_off(LocalDate day) {
        assertThat(HOLIDAYS.include(day, "IN", null)).isTrue();
    }

    private static String weekdaysOff(int year, String country, @Nullable String region) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> HOLIDAYS.include(day, country, region))
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
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
        assertThat(HOLIDAYS.include(LocalDate.of(2027, 10, 28), "MY", null))
                .as("Deepavali")
                .isTrue();
        assertThat(HOLIDAYS.include(LocalDate.of(2026, 11, 9), "MY", null))
                .as("Deepavali, observed")
                .isTrue();
        assertThat(HOLIDAYS.include(LocalDate.of(2027, 10, 28), "MY", "13"))
                .as("Sarawak")
                .isFalse();
        assertThat(HOLIDAYS.know("DE", "nowhere")).isFalse();
        assertThat(HOLIDAYS.know("KP", null)).isFalse();
        assertThat(List.of(HOLIDAYS.know("my", "14"), HOLIDAYS.know("de", "BY"), HOLIDAYS.know("DE", "by")))
                .containsOnly(true);
    }
}
