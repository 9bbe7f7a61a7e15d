package io.entente.platform.events.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.parking.InMemoryParking;
import io.entente.platform.runtime.MessagingProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Events of the types "single" and "together" in one poll; only the latter may be handled in one call. */
class PollTest {

    record Happened(String text) {}

    private static final MessagingProperties PROPERTIES =
            new MessagingProperties("", DataSize.ofKilobytes(256), Duration.ofSeconds(30), DataSize.ofKilobytes(256));

    private final InMemoryParking parking = new InMemoryParking();
    private final List<String> calls = new ArrayList<>();
    private final EventConsumer consumer = consumers()
            .named("test")
            .on("single.v1", Happened.class, (event, envelope) -> handle(List.of(event.text())))
            .onBatch("together.v1", Happened.class, events -> {
                Handled handled = handle(
                        events.stream().map(received -> received.event().text()).toList());
                return events.stream().map(event -> handled).toList();
            });

    @Test
    void neighbours_of_a_type_that_may_be_together_are_handled_in_one_call() {
        poll(together("a", 1), together("b", 2), together("a", 3));

        assertThat(calls).containsExactly("[1, 2, 3]");
    }

    @Test
    void a_record_of_another_type_comes_after_those_before_it() {
        poll(together("a", 1), together("b", 2), single("a", 3), together("a", 4));

        assertThat(calls).containsExactly("[1, 2]", "[3]", "[4]");
    }

    @Test
    void a_type_that_nobody_handles_does_not_separate_its_neighbours() {
        poll(together("a", 1), record("a", 2, "unknown.v1", "{}"), together("a", 3));

        assertThat(calls).containsExactly("[1, 3]");
    }

    @Test
    void if_handling_together_fails_each_record_is_handled_alone_and_only_the_bad_one_is_parked() {
        poll(together("a", 1), record("b", 2, "together.v1", text("bug")), together("c", 3), together("b", 4));

        assertThat(calls).containsExactly("[1, bug, 3, 4]", "[1]", "[bug]", "[3]");
        assertThat(parking.positions())
                .as("the bad record, and the later one of its aggregate")
                .containsExactly(position(2), position(4));
    }

    @Test
    void a_record_that_cannot_be_read_is_parked_and_the_others_are_handled() {
        poll(together("a", 1), record("b", 2, "together.v1", "{"), together("c", 3));

        assertThat(calls).containsExactly("[1]", "[3]");
        assertThat(parking.positions()).containsExactly(position(2));
    }

    @Test
    void a_record_of_an_aggregate_that_is_held_up_waits_behind_it() {
        poll(record("a", 1, "single.v1", text("bug")));
        calls.clear();

        poll(together("a", 2), together("b", 3));

        assertThat(calls).containsExactly("[3]");
        assertThat(parking.positions()).containsExactly(position(1), position(2));
    }

    @Test
    void a_transient_failure_of_handling_together_names_the_first_record_of_the_call() {
        BatchListenerFailedException failure = failureOf(
                single("a", 1), together("a", 2), record("a", 3, "together.v1", text("away")), single("a", 4));

        assertThat(failure.getIndex()).isEqualTo(1);
        assertThat(calls).containsExactly("[1]", "[2, away]");
        assertThat(parking.positions()).isEmpty();
    }

    @Test
    void a_transient_failure_of_a_single_record_names_that_record() {
        BatchListenerFailedException failure =
                failureOf(single("a", 1), record("a", 2, "single.v1", text("away")), single("a", 3));

        assertThat(failure.getIndex()).isEqualTo(1);
        assertThat(calls).containsExactly("[1]", "[away]");
    }

    private Handled handle(List<String> texts) {
        calls.add(texts.toString());
        if (texts.contains("bug")) {
            throw new IllegalArgumentException("a bug in the handler");
        }
        if (texts.contains("away")) {
            throw new DataAccessResourceFailureException("the store is away");
        }
        return Handled.APPLIED;
    }

    private void poll(Delivery... records) {
        new Poll(consumer, parking.lot(), List.of(records)).consume();
    }

    private BatchListenerFailedException failureOf(Delivery... records) {
        return catchThrowableOfType(BatchListenerFailedException.class, () -> poll(records));
    }

    private static Delivery together(String aggregate, long number) {
        return record(aggregate, number, "together.v1", text(Long.toString(number)));
    }

    private static Delivery single(String aggregate, long number) {
        return record(aggregate, number, "single.v1", text(Long.toString(number)));
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static Delivery record(String aggregate, long number, String type, String data) {
        EventEnvelope envelope = new EventEnvelope(
                aggregate + number, type, "/test", aggregate, Instant.EPOCH, aggregate, number, null, null, null);
        byte[] value = data.getBytes(UTF_8);
        return new Delivery(
                "test.events",
                0,
                number,
                aggregate.getBytes(UTF_8),
                CloudEventRecords.write("test.events", envelope, value).headers(),
                value);
    }

    private static String position(long offset) {
        return "test.events/0000/%019d".formatted(offset);
    }

    private EventConsumers consumers() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        return new EventConsumers(
                parking.lot(),
                JsonMapper.builder().build(),
                Tracer.NOOP,
                Propagator.NOOP,
                new ConsumerMetrics(registry),
                PROPERTIES,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
