package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.NOON;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
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
    void records_join_those_that_wait_and_keep_their_order_and_age() {
        Outbox first = Outbox.after(null, 1, NOON, List.of(record("a", 1)));

        Outbox second = Outbox.after(first, 2, LATER, List.of(record("a", 2), record("a", 3)));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(NOON);
        assertThat(second.records())
                .extracting(waiting -> waiting.envelope().sequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void past_its_bound_it_takes_no_more() {
        Outbox full = new Outbox(1, NOON, Collections.nCopies(Outbox.MAX_RECORDS, record("a", 1)));

        assertThatThrownBy(() -> Outbox.after(full, 2, LATER, List.of(record("a", 2))))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("a has 200 unpublished events");
    }

    @Test
    void what_is_stored_is_what_is_read() {
        Outbox outbox = new Outbox(3, NOON, List.of(record("a", 1), record("a", 2)));

        assertThat(OutboxBson.read(OutboxBson.write(outbox))).isEqualTo(outbox);
    }

    @Test
    void the_sweep_reads_off_the_bytes_what_was_stored_beside_anything_else() {
        Outbox outbox = new Outbox(3, NOON, List.of(record("a", 1), record("a", 2)));
        Document stored = new Document("name", "whatever")
                .append("_id", "a")
                .append("outbox", OutboxBson.write(outbox).append("later", List.of(1)))
                .append("version", 3L);

        assertThat(OutboxReader.read("partners", new RawBsonDocument(stored, new DocumentCodec())))
                .isEqualTo(new PendingOutbox("partners", "a", outbox));
    }
}
