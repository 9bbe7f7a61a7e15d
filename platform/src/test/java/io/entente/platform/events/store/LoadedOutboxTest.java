package io.entente.platform.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxClearer;
import io.entente.platform.events.outbox.OutboxFullException;
import io.entente.platform.events.outbox.OutboxMetrics;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.OutboxStore;
import io.entente.platform.events.outbox.PendingOutbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadedOutboxTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Deque<CompletableFuture<Void>> sent = new ArrayDeque<>();
    private final OutboxRelay relay = new OutboxRelay(
            record -> {
                CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
                sent.add(acknowledgement);
                return acknowledgement;
            },
            new OutboxClearer(new NothingToClear(), Runnable::run),
            new OutboxMetrics(new SimpleMeterRegistry(), Clock.fixed(NOON, ZoneOffset.UTC)),
            Runnable::run);

    @Test
    void records_that_are_acknowledged_after_the_read_are_not_written_again() {
        Outbox read = new Outbox(1, NOON, List.of(record(1)));
        CompletableFuture<Void> unused = relay.offer(new PendingOutbox("things", "a", read));
        LoadedOutbox loaded = loaded(read);
        sent.remove().complete(null);

        Outbox written = loaded.with(List.of(record(2)), 2, NOON);

        assertThat(sequences(written)).containsExactly(2L);
    }

    @Test
    void records_that_are_acknowledged_after_the_write_are_not_published_again() {
        Outbox read = new Outbox(1, NOON, List.of(record(1)));
        CompletableFuture<Void> unused = relay.offer(new PendingOutbox("things", "a", read));
        LoadedOutbox loaded = loaded(read);
        Outbox written = loaded.with(List.of(record(2)), 2, NOON);
        sent.remove().complete(null);

        CompletableFuture<Void> published = loaded.publish(written);

        assertThat(sequences(written)).containsExactly(1L, 2L);
        assertThat(sent).as("only the second record").hasSize(1);
        sent.remove().complete(null);
        assertThat(published).isCompleted();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_full_outbox_rejects_a_write_at_once_if_nothing_is_being_published() {
        LoadedOutbox loaded = loaded(full());

        assertThatThrownBy(() -> loaded.with(List.of(record(2)), 2, NOON)).isInstanceOf(OutboxFullException.class);
    }

    @Test
    void a_full_outbox_waits_for_the_records_that_are_being_published() {
        Outbox full = full();
        CompletableFuture<Void> unused = relay.offer(new PendingOutbox("things", "a", full));
        LoadedOutbox loaded = loaded(full);

        CompletableFuture<Outbox> written =
                CompletableFuture.supplyAsync(() -> loaded.with(List.of(record(2)), 2, NOON));
        while (!sent.isEmpty()) {
            sent.remove().complete(null);
        }

        assertThat(sequences(written.join())).containsExactly(2L);
    }

    private LoadedOutbox loaded(Outbox read) {
        return new LoadedOutbox(relay, "things", "a", read, relay.publication("things", "a"));
    }

    private static Outbox full() {
        return new Outbox(1, NOON, Collections.nCopies(Outbox.MAX_RECORDS, record(1)));
    }

    private static List<Long> sequences(@Nullable Outbox outbox) {
        return outbox == null
                ? List.of()
                : outbox.records().stream()
                        .map(record -> record.envelope().sequence())
                        .toList();
    }

    private static OutboxRecord record(long sequence) {
        EventEnvelope envelope = new EventEnvelope(
                "a/" + sequence, "test.happened.v1", "/test", "a", NOON, "a", sequence, null, null, null);
        return new OutboxRecord("test.events", envelope, "{}");
    }

    /** A store without outboxes. */
    private static final class NothingToClear implements OutboxStore {
        @Override
        public void forEachPending(String collection, Consumer<PendingOutbox> action) {}

        @Override
        public void clear(String collection, List<Acknowledgement> acknowledged) {}
    }
}
