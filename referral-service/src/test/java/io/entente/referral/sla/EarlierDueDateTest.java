package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierDueDateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void due_dates_that_were_replaced_more_than_a_day_ago_are_forgotten() {
        List<EarlierDueDate> known = List.of(
                new EarlierDueDate(NOW.minus(Duration.ofDays(1)), NOW),
                new EarlierDueDate(NOW.minus(Duration.ofHours(23)), NOW.plusSeconds(1)));

        assertThat(EarlierDueDate.added(known, NOW.plusSeconds(2), NOW))
                .extracting(EarlierDueDate::dueAt)
                .containsExactly(NOW.plusSeconds(1), NOW.plusSeconds(2));
    }

    @Test
    void the_last_ten_are_kept() {
        List<EarlierDueDate> known = List.of();
        for (int i = 0; i < 12; i++) {
            known = EarlierDueDate.added(known, NOW.plusSeconds(i), NOW.plusMillis(i));
        }

        assertThat(known).hasSize(10);
        assertThat(known.get(0).dueAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(known.get(9).dueAt()).isEqualTo(NOW.plusSeconds(11));
    }
}
