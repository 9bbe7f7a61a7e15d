package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.NOON;
import static io.entente.platform.events.outbox.Records.pending;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final FakeBroker broker = new FakeBroker();
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    private final OutboxMetrics metrics = new OutboxMetrics(meters, clock);
    private final Deque<Runnable> clearing = new ArrayDeque<>();
    private final OutboxRelay relay =
            new OutboxRelay(broker, new OutboxClearer(store, clearing::add), metrics, Runnable::run);

    @Test
    void a_record_is_sent_only_after_the_one_before_it_is_acknowledged() {
        CompletableFuture<Void> published = relay.offer(pending("a", 3));

        assertThat(broker.sequences()).containsExactly(1L);
        broker.acknowledge();
        assertThat(broker.sequences()).containsExactly(1L, 2L);
        broker.acknowledge();
        assertThat(published).isNotDone();
        broker.acknowledge();
        assertThat(broker.sequences()).containsExactly(1L, 2L, 3L);
        assertThat(published).isCompleted();
    }

    @Test
    void an_outbox_is_cleared_when_all_of_it_is_acknowledged() {
        store.put(pending("a", 2));
        CompletableFuture<Void> unused = relay.offer(pending("a", 2));

        broker.acknowledge();
        clear();
        assertThat(store.outboxes).containsKey("a");
        broker.acknowledge();
        clear();
        assertThat(store.outboxes).isEmpty();
    }

    @Test
    void a_record_that_is_added_meanwhile_stays_when_the_earlier_ones_are_cleared() {
        CompletableFuture<Void> unused = relay.offer(pending("a", 1));
        store.put(pending("a", 2));

        broker.acknowledge();
        clear();

        assertThat(store.outboxes).containsEntry("a", pending("a", 2, 2));
    }

    @Test
    void a_snapshot_without_an_event_is_not_cleared_unsent() {
        CompletableFuture<Void> unused = relay.offer(pending("a", 1));
        Outbox withSnapshot = Outbox.after(pending("a", 1).outbox(), 2, NOON, List.of(record("a", 1)));
        store.put(new PendingOutbox("things", "a", withSnapshot));

        broker.acknowledge();
        clear();

        assertThat(store.outboxes.get("a").outbox().records())
                .containsExactly(record("a", 1).addedWith(2));
    }

    @Test
    void an_outbox_of_a_later_write_joins_the_flight_and_only_its_new_records_are_sent() {
        CompletableFuture<Void> first = relay.offer(pending("a", 1));
        CompletableFuture<Void> second = relay.offer(pending("a", 3));

        assertThat(broker.sequences()).containsExactly(1L);
        broker.acknowledge();
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        broker.acknowledge();
        broker.acknowledge();
        assertThat(second).isCompleted();
        assertThat(broker.sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void outboxes_that_join_in_the_wrong_order_are_sent_in_the_right_one() {
        CompletableFuture<Void> third = relay.offer(pending("a", 3));
        CompletableFuture<Void> second = relay.offer(pending("a", 2));

        broker.acknowledge();
        broker.acknowledge();
        assertThat(second).isCompleted();
        broker.acknowledge();
        assertThat(third).isCompleted();
        assertThat(broker.sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_record_that_joins_while_acknowledged_ones_are_being_cleared_is_sent_at_once() {
        store.put(pending("a", 1));
        CompletableFuture<Void> unused = relay.offer(pending("a", 1));
        broker.acknowledge();

        store.put(pending("a", 2));
        CompletableFuture<Void> second = relay.offer(pending("a", 2));
        clear();
        broker.acknowledge();
        clear();

        assertThat(second).isCompleted();
        assertThat(broker.sequences()).containsExactly(1L, 2L);
        assertThat(store.outboxes).isEmpty();
    }

    @Test
    void a_steady_stream_of_writes_to_one_aggregate_publishes_each_record_once() throws Exception {
        int writes = 450;
        for (int version = 1; version <= writes; version++) {
            write(version);
            if (version % 3 == 0) {
                broker.acknowledge();
                broker.acknowledge();
                clear();
            }
            if (version % 7 == 0) {
                broker.acknowledge();
            }
        }
        while (broker.isWaiting()) {
            broker.acknowledge();
            clear();
        }

        assertThat(broker.sequences()).hasSize(writes).doesNotHaveDuplicates().isSorted();
        assertThat(store.outboxes).isEmpty();
        assertThat(relay.awaitIdle(0, TimeUnit.SECONDS)).isTrue();
    }

    /** Writes the next version as the store of aggregates does: on top of what is not yet known to be acknowledged. */
    private void write(long version) {
        PendingOutbox stored = store.outboxes.get("a");
        Outbox pending = stored == null
                ? null
                : stored.outbox().withoutUpTo(relay.publication("things", "a").acknowledgedVersion());
        Outbox outbox = Outbox.after(pending, version, NOON, List.of(record("a", version)));
        PendingOutbox written = new PendingOutbox("things", "a", outbox);
        store.put(written);
        CompletableFuture<Void> unused = relay.offer(written);
    }

    @Test
    void acknowledged_records_are_cleared_while_a_long_outbox_is_still_being_sent() {
        int count = 2 * Flight.CLEAR_AFTER_RECORDS;
        store.put(pending("a", count));
        CompletableFuture<Void> unused = relay.offer(pending("a", count));

        for (int i = 0; i < Flight.CLEAR_AFTER_RECORDS; i++) {
            broker.acknowledge();
        }
        clear();

        assertThat(store.outboxes).containsEntry("a", pending("a", Flight.CLEAR_AFTER_RECORDS + 1, count));
    }

    @Test
    void after_a_failure_the_sweep_publishes_only_what_was_not_acknowledged() {
        store.put(pending("a", 3));
        assertThat(relay.takeLeftBehind()).as("a sweep is due after each start").isTrue();

        CompletableFuture<Void> published = relay.offer(pending("a", 3));
        broker.acknowledge();
        broker.refuse();
        clear();

        assertThat(published).isCompletedExceptionally();
        assertThat(relay.takeLeftBehind()).isTrue();
        sweeper().sweep();
        broker.acknowledge();
        broker.acknowledge();
        clear();
        assertThat(broker.sequences()).containsExactly(1L, 2L, 2L, 3L);
        assertThat(store.outboxes).isEmpty();
    }

    @Test
    void a_write_after_a_failure_sends_the_failed_record_before_its_own() {
        CompletableFuture<Void> failed = relay.offer(pending("a", 1));
        broker.refuse();

        CompletableFuture<Void> unused = relay.offer(pending("a", 2));
        broker.acknowledge();

        assertThat(failed).isCompletedExceptionally();
        assertThat(broker.sequences()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void the_sweep_leaves_an_outbox_in_flight_alone_and_counts_it_as_waiting() {
        store.put(pending("a", 1));
        CompletableFuture<Void> unused = relay.offer(pending("a", 1));

        sweeper().sweep();

        assertThat(broker.sequences()).containsExactly(1L);
        assertThat(meters.get("entente.outbox.pending").gauge().value()).isEqualTo(1);
        assertThat(meters.get("entente.outbox.oldest.age").gauge().value()).isEqualTo(60);
    }

    @Test
    void one_slow_aggregate_does_not_hold_up_another() {
        CompletableFuture<Void> slow = relay.offer(pending("slow", 1));
        CompletableFuture<Void> other = relay.offer(pending("other", 1));

        assertThat(broker.received)
                .extracting(sent -> sent.envelope().subject())
                .containsExactly("slow", "other");
        assertThat(slow).isNotDone();
        assertThat(other).isNotDone();
    }

    @Test
    void the_publication_of_an_aggregate_says_what_is_acknowledged_even_after_it_has_ended() {
        CompletableFuture<Void> unused = relay.offer(pending("a", 2));
        Publication publication = relay.publication("things", "a");
        CompletableFuture<Void> both = publication.acknowledgedAsOfNow();

        broker.acknowledge();
        assertThat(publication.acknowledgedVersion()).isEqualTo(1);
        assertThat(both).isNotDone();
        broker.acknowledge();
        clear();

        assertThat(both).isCompleted();
        assertThat(publication.acknowledgedVersion()).isEqualTo(2);
        assertThat(relay.publication("things", "a")).isEqualTo(Publication.NONE);
    }

    private void clear() {
        while (!clearing.isEmpty()) {
            clearing.remove().run();
        }
    }

    private OutboxSweeper sweeper() {
        return new OutboxSweeper(
                relay,
                store,
                List.of(new OutboxCollection("things")),
                metrics,
                new OutboxProperties(Duration.ofSeconds(5), Duration.ofSeconds(3)),
                clock);
    }
}
