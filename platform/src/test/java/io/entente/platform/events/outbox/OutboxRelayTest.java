package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.NOON;
import static io.entente.platform.events.outbox.Records.pending;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final FakeBroker broker = new FakeBroker();
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    private final OutboxMetrics metrics = new OutboxMetrics(meters, clock);
    private final OutboxClearer clearer = new OutboxClearer(store, "test");
    private final OutboxRelay relay = new OutboxRelay(broker, clearer, metrics, Runnable::run);

    @AfterEach
    void stop() {
        clearer.close();
    }

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
    void an_outbox_is_cleared_only_when_all_of_it_is_acknowledged() {
        store.put(pending("a", 2));
        CompletableFuture<Void> unused = relay.offer(pending("a", 2));

        broker.acknowledge();
        assertThat(store.outboxes).containsKey("a");
        broker.acknowledge();
        await().untilAsserted(() -> assertThat(store.outboxes).isEmpty());
    }

    @Test
    void a_record_added_while_publishing_is_not_cleared() {
        PendingOutbox first = pending("a", 1);
        PendingOutbox grown =
                new PendingOutbox("things", "a", new Outbox(2, NOON, List.of(record("a", 1), record("a", 2))));
        store.put(first);
        store.put(pending("b", 1));
        CompletableFuture<Void> unused = relay.offer(first);
        CompletableFuture<Void> unusedToo = relay.offer(pending("b", 1));

        store.put(grown);
        broker.acknowledge();
        broker.acknowledge();

        await().untilAsserted(() -> assertThat(store.outboxes).doesNotContainKey("b"));
        assertThat(store.outboxes).containsEntry("a", grown);
    }

    @Test
    void what_the_broker_refuses_is_left_to_the_sweep_which_sends_all_of_it_again() throws Exception {
        store.put(pending("a", 2));
        OutboxSweeper sweeper = new OutboxSweeper(
                relay,
                store,
                List.of(new OutboxCollection("things")),
                metrics,
                new OutboxProperties(Duration.ofSeconds(5), Duration.ofSeconds(3)),
                clock);
        assertThat(relay.takeLeftBehind()).as("a start always sweeps").isTrue();

        CompletableFuture<Void> published = relay.offer(pending("a", 2));
        broker.acknowledge();
        broker.refuse();

        assertThat(published).isCompletedExceptionally();
        assertThat(relay.takeLeftBehind()).isTrue();
        sweeper.sweep();
        broker.acknowledge();
        broker.acknowledge();
        assertThat(broker.sequences()).containsExactly(1L, 2L, 1L, 2L);
        await().untilAsserted(() -> assertThat(store.outboxes).isEmpty());
    }

    @Test
    void the_sweep_leaves_what_the_fast_path_is_at_and_counts_what_waits() throws Exception {
        store.put(pending("a", 1));
        CompletableFuture<Void> unused = relay.offer(pending("a", 1));
        OutboxSweeper sweeper = new OutboxSweeper(
                relay,
                store,
                List.of(new OutboxCollection("things")),
                metrics,
                new OutboxProperties(Duration.ofSeconds(5), Duration.ofSeconds(3)),
                clock);

        sweeper.sweep();

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
}
