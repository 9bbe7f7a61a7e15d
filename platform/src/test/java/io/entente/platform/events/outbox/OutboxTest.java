package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.NOON;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void a_write_without_events_leaves_the_outbox_as_it_was() {
        Outbox pending = new Outbox(1, NOON, List.of(record("a", 1)));

        assertThat(Outbox.after(pending, 2, LATER, List.of())).isSameAs(pending);
        assertThat(Outbox.after(null, 2, LATER, List.of())).isNull();
    }

    @Test
    void added_records_follow_the_waiting_ones_and_the_age_stays() {
        Outbox first = Outbox.after(null, 1, NOON, List.of(record("a", 1)));

        Outbox second = Outbox.after(first, 2, LATER, List.of(record("a", 2), record("a", 3)));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(NOON);
        assertThat(second.records())
                .extracting(waiting -> waiting.envelope().sequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_full_outbox_accepts_no_more_records() {
        Outbox full = new Outbox(1, NOON, Collections.nCopies(Outbox.MAX_RECORDS, record("a", 1)));

        assertThatThrownBy(() -> Outbox.after(full, 2, LATER, List.of(record("a", 2))))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("a has 200 unpublished events");
    }

    @Test
    void a_record_carries_the_version_of_the_write_that_added_it() {
        Outbox first = new Outbox(1, NOON, List.of(record("a", 1)));

        Outbox second = Outbox.after(first, 4, LATER, List.of(record("a", 2)));

        assertThat(second.records()).extracting(OutboxRecord::version).containsExactly(1L, 4L);
    }

    @Test
    void records_up_to_an_acknowledged_version_can_be_left_out() {
        Outbox outbox = Outbox.after(
                new Outbox(1, NOON, List.of(record("a", 1), record("a", 2))), 4, LATER, List.of(record("a", 3)));

        assertThat(outbox.withoutUpTo(0)).isEqualTo(outbox);
        assertThat(outbox.withoutUpTo(3).records())
                .containsExactly(record("a", 3).addedWith(4));
        assertThat(outbox.withoutUpTo(4)).isNull();
    }
}
