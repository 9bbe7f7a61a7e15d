package io.entente.referral.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.sla.SlaMother;
import io.entente.referral.sla.calendar.EnteredHolidays.Mode;
import io.entente.referral.sla.holidays.ShippedHolidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnteredHolidaysTest {

    private static final Holidays HOLIDAYS = new ShippedHolidays(SlaMother.JOLLYDAY);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 5);
    private static final BusinessCalendar BERLIN = SlaMother.officeHours("Europe/Berlin", "DE", "be");

    @Test
    void added_days_are_holidays_beside_those_of_the_country() {
        BusinessCalendar calendar = BERLIN.with(entered(Map.of(TUESDAY, "Move"), Mode.ADD));

        assertThat(calendar.isFree(TUESDAY, HOLIDAYS)).isTrue();
        assertThat(calendar.isFree(MAY_DAY, HOLIDAYS)).isTrue();
        // Thursday 30 April at 16:00 in Berlin; four hours later, Friday and Tuesday are free.
        assertThat(new BusinessTime(calendar, HOLIDAYS)
                        .plus(Instant.parse("2026-04-30T14:00:00Z"), Duration.ofHours(10)))
                .isEqualTo("2026-05-06T08:00:00Z");
    }

    @Test
    void replacing_days_are_the_only_holidays_of_their_years() {
        BusinessCalendar calendar = BERLIN.with(entered(Map.of(TUESDAY, "Move"), Mode.REPLACE));

        assertThat(calendar.isFree(TUESDAY, HOLIDAYS)).isTrue();
        assertThat(calendar.isFree(MAY_DAY, HOLIDAYS)).isFalse();
        assertThat(calendar.isFree(LocalDate.of(2027, 12, 24).plusDays(1), HOLIDAYS))
                .isTrue();
        EnteredHolidays again = calendar.entered().with(Map.of(MAY_DAY, "May Day"), Mode.REPLACE, FROM);
        assertThat(again.days()).containsOnlyKeys(MAY_DAY);
        assertThat(again.completeYears()).containsExactly(2026);
    }

    @Test
    void days_that_no_clock_needs_are_forgotten() {
        EnteredHolidays old = entered(Map.of(LocalDate.of(2025, 6, 1), "Old"), Mode.REPLACE);

        EnteredHolidays next = old.with(Map.of(MAY_DAY, "May Day"), Mode.ADD, LocalDate.of(2026, 1, 1));

        assertThat(next.days()).containsOnlyKeys(MAY_DAY);
        assertThat(next.completeYears()).isEmpty();
    }

    @Test
    void complete_years_after_the_list_of_the_country_prolong_it() {
        assertThat(BERLIN.holidaysKnownUntil(HOLIDAYS)).contains(LocalDate.of(2028, 12, 31));
        assertThat(with(2029, 2030, 2032).holidaysKnownUntil(HOLIDAYS)).contains(LocalDate.of(2030, 12, 31));
        assertThat(with(2031).holidaysKnownUntil(HOLIDAYS)).contains(LocalDate.of(2028, 12, 31));
        BusinessCalendar without = SlaMother.officeHours("Asia/Pyongyang", null, null);
        assertThat(without.holidaysKnownUntil(HOLIDAYS)).isEmpty();
        assertThat(without.with(entered(Map.of(MAY_DAY, "May Day"), Mode.ADD)).holidaysKnownUntil(HOLIDAYS))
                .contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_calendar_says_the_same_whenever_it_was_stored() {
        assertThat(BERLIN.saysTheSameAs(BERLIN.changedAt(Instant.EPOCH).atVersion(7)))
                .isTrue();
        assertThat(BERLIN.saysTheSameAs(with(2029))).isFalse();
    }

    private static BusinessCalendar with(int... years) {
        EnteredHolidays all = EnteredHolidays.NONE;
        for (int year : years) {
            all = all.with(Map.of(LocalDate.of(year, 1, 1), "New Year"), Mode.REPLACE, FROM);
        }
        return BERLIN.with(all);
    }

    private static EnteredHolidays entered(Map<LocalDate, String> days, Mode mode) {
        return EnteredHolidays.NONE.with(days, mode, FROM);
    }
}
