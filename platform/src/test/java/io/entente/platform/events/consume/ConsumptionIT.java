package io.entente.platform.events.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.parking.ParkedEndpoint;
import io.entente.platform.runtime.EntenteService;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.messaging.Message;

/**
 * Consumes records over a real broker and store, one by one and in batches. A record is handled, skipped, retried or
 * parked.
 */
@ParameterizedClass
@ValueSource(strings = {"happenings", ConsumptionIT.TOGETHER})
class ConsumptionIT {

    record Happened(String text) {}

    @SpringBootApplication
    static class TestApplication {
        final List<String> handled = new CopyOnWriteArrayList<>();
        final AtomicBoolean buggy = new AtomicBoolean();
        final AtomicBoolean broken = new AtomicBoolean();
        final AtomicInteger storeAway = new AtomicInteger();
        final AtomicInteger largestBatch = new AtomicInteger();

        @Bean
        EventConsumer happenings(EventConsumers consumers) {
            return consumers.named("happenings").on("test.happened.v1", Happened.class, this::handle);
        }

        @Bean
        EventConsumer together(EventConsumers consumers) {
            return consumers.named("together").onBatch("test.happened.v1", Happened.class, events -> {
                largestBatch.accumulateAndGet(events.size(), Math::max);
                return events.stream()
                        .map(received -> received.onBehalf(() -> handle(received.event(), received.envelope())))
                        .toList();
            });
        }

        @Bean
        Consumer<Message<List<byte[]>>> happeningsTogether(EventConsumer together) {
            return together.inBatches();
        }

        private Handled handle(Happened event, EventEnvelope envelope) {
            if (storeAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            if (buggy.get() && event.text().startsWith("bug")) {
                throw new IllegalArgumentException("a bug in the handler");
            }
            if (buggy.get() && event.text().equals("overflow")) {
                throw new StackOverflowError("a bug in the handler");
            }
            if (broken.get()) {
                throw new InternalError("the JVM is broken");
            }
            String told = envelope.subject() + ":" + envelope.sequence() + ":" + event.text();
            if (handled.contains(told)) {
                return Handled.DUPLICATE;
            }
            handled.add(told);
            return Handled.APPLIED;
        }
    }

    static final String TOGETHER = "happeningsTogether";

    @Parameter
    private String function;

    private static Isolated servers;
    private static ConfigurableApplicationContext context;
    private static TestApplication application;
    private static EventConsumer consumer;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeParameterizedClassInvocation
    static void start(String function) {
        boolean together = function.equals(TOGETHER);
        servers = TestServers.isolated();
        context = EntenteService.named("messaging-test", TestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + servers.mongoUri(),
                        "--spring.kafka.bootstrap-servers=" + TestServers.kafkaBrokers(),
                        "--entente.messaging.topic-prefix=" + servers.topicPrefix(),
                        "--entente.messaging.concurrency=1",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://identity.entente.test",
                        "--spring.cloud.function.definition=" + function,
                        "--spring.cloud.stream.bindings.%s-in-0.destination=%s"
                                .formatted(function, servers.topic("referral.events")),
                        "--spring.cloud.stream.bindings.%s-in-0.consumer.batch-mode=%s".formatted(function, together),
                        "--spring.cloud.stream.kafka.bindings.%s-in-0.consumer.converter-bean-name=%s"
                                .formatted(function, together ? "rawBatchConverter" : "rawRecordConverter"),
                        "--spring.cloud.stream.default.group=" + servers.topicPrefix() + "g");
        application = context.getBean(TestApplication.class);
        consumer = context.getBean(together ? "together" : "happenings", EventConsumer.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBrokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        producer.close();
        context.close();
    }

    @BeforeEach
    void reset() {
        application.handled.clear();
        application.buggy.set(false);
        application.broken.set(false);
        application.storeAway.set(0);
    }

    @Test
    void a_parked_aggregate_waits_in_order_while_others_go_on_and_a_retry_handles_it() {
        application.buggy.set(true);
        send("sick", 1, "test.happened.v1", "{\"text\":\"bug\"}");
        send("sick", 2, "test.happened.v1", "{\"text\":\"later\"}");
        send("well", 1, "test.happened.v1", "{\"text\":\"fine\"}");

        await().untilAsserted(() -> assertThat(application.handled).containsExactly("well:1:fine"));
        await().untilAsserted(() -> assertThat(parked("sick")).hasSize(2));
        assertThat(parked("sick").get(0).error()).contains("a bug in the handler");
        assertThat(parked("sick").get(1).error()).isNull();

        String first = parked("sick").get(0).id();
        assertThat(endpoint().act(first, "retry").getBody()).containsEntry("stillParked", true);
        assertThat(parked("sick").get(0).attempts()).isEqualTo(2);

        application.buggy.set(false);
        assertThat(endpoint().act(first, "retry").getBody()).containsEntry("handled", 2);
        assertThat(application.handled).containsExactly("well:1:fine", "sick:1:bug", "sick:2:later");
        assertThat(parked("sick")).isEmpty();
        send("sick", 3, "test.happened.v1", "{\"text\":\"healed\"}");
        await().untilAsserted(() -> assertThat(application.handled).endsWith("sick:3:healed"));
    }

    @Test
    void an_unreadable_record_is_parked_and_a_discard_lets_the_rest_go_on() {
        send("json", 1, "test.happened.v1", "{\"text\":");
        send("json", 2, "test.happened.v1", "{\"text\":\"after json\"}");
        send("null", 1, "test.happened.v1", null);
        send("version", 1, "test.happened.v9", "{}");
        send("big", 1, "test.happened.v1", "{\"text\":\"" + "x".repeat(300_000) + "\"}");

        await().untilAsserted(() -> {
            assertThat(parked("json")).hasSize(2);
            assertThat(parked("null")).hasSize(1);
            assertThat(parked("version")).hasSize(1);
            assertThat(parked("big")).hasSize(1);
        });
        assertThat(parked("version").get(0).error()).contains("unknown version");
        assertThat(parked("big").get(0).error()).contains("max-data-size");

        endpoint().act(parked("json").get(0).id(), "discard");
        assertThat(application.handled).containsExactly("json:2:after json");
        assertThat(parked("json")).isEmpty();
        for (String lot : List.of("null", "version", "big")) {
            endpoint().act(parked(lot).get(0).id(), "discard");
        }
    }

    @Test
    void a_discarded_record_that_comes_again_stays_discarded() {
        EventEnvelope poison = envelope("again", 1, "test.happened.v9");
        ProducerRecord<String, byte[]> record = record(poison, "{}");
        producer.send(record);
        await().untilAsserted(() -> assertThat(parked("again")).hasSize(1));
        String id = parked("again").get(0).id();
        endpoint().act(id, "discard");

        String[] position = id.split("/");
        Delivery redelivered = new Delivery(
                position[1],
                Integer.parseInt(position[2]),
                Long.parseLong(position[3]),
                "again".getBytes(UTF_8),
                record.headers(),
                "{}".getBytes(UTF_8));
        consumer.consume(redelivered);

        assertThat(parked("again")).isEmpty();
        send("again", 2, "test.happened.v1", "{\"text\":\"goes on\"}");
        await().untilAsserted(() -> assertThat(application.handled).contains("again:2:goes on"));
    }

    @Test
    void while_the_store_is_away_records_are_retried_and_not_parked() {
        application.storeAway.set(3);
        send("patient", 1, "test.happened.v1", "{\"text\":\"one\"}");
        send("patient", 2, "test.happened.v1", "{\"text\":\"two\"}");

        await().untilAsserted(() -> assertThat(application.handled).containsExactly("patient:1:one", "patient:2:two"));
        assertThat(parked("patient")).isEmpty();
    }

    @Test
    void a_java_error_in_a_handler_parks_its_aggregate_and_stops_nothing() {
        application.buggy.set(true);
        send("deep", 1, "test.happened.v1", "{\"text\":\"overflow\"}");
        send("flat", 1, "test.happened.v1", "{\"text\":\"fine\"}");

        await().untilAsserted(() -> assertThat(application.handled).containsExactly("flat:1:fine"));
        await().untilAsserted(() -> assertThat(parked("deep")).hasSize(1));
        assertThat(parked("deep").get(0).error()).contains("StackOverflowError");
        application.buggy.set(false);
        endpoint().act(parked("deep").get(0).id(), "retry");
        assertThat(application.handled).contains("deep:1:overflow");
    }

    @Test
    void a_service_whose_consumer_has_ended_is_not_live_and_loses_nothing() {
        application.broken.set(true);
        send("late", 1, "test.happened.v1", "{\"text\":\"kept\"}");

        ApplicationAvailability availability = context.getBean(ApplicationAvailability.class);
        await().untilAsserted(() -> assertThat(availability.getLivenessState()).isEqualTo(LivenessState.BROKEN));
        assertThat(application.handled).isEmpty();

        application.broken.set(false);
        BindingsLifecycleController bindings = context.getBean(BindingsLifecycleController.class);
        bindings.changeState(function + "-in-0", State.STOPPED);
        bindings.changeState(function + "-in-0", State.STARTED);
        await().untilAsserted(() -> assertThat(application.handled).containsExactly("late:1:kept"));
        AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
    }

    @Test
    void unregistered_types_and_added_fields_are_ignored() {
        send("other", 1, "test.unheard-of.v1", "not even JSON");
        send("other", 2, "test.happened.v1", "{\"text\":\"known\",\"addedLater\":{\"deep\":1}}");

        await().untilAsserted(() -> assertThat(application.handled).containsExactly("other:2:known"));
        assertThat(parked("other")).isEmpty();
    }

    @Test
    void one_bad_record_among_many_is_parked_alone_and_the_others_are_handled_once_in_order() {
        application.buggy.set(true);
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            send("crowd" + i % 3, i, "test.happened.v1", i == 30 ? "{\"text\":\"bug\"}" : "{\"text\":\"fine\"}");
            if (i % 3 != 0 || i < 30) {
                expected.add("crowd" + i % 3 + ":" + i + ":fine");
            }
        }

        await().untilAsserted(() -> assertThat(application.handled).hasSize(expected.size()));
        for (String aggregate : List.of("crowd0", "crowd1", "crowd2")) {
            assertThat(application.handled.stream().filter(told -> told.startsWith(aggregate)))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(told -> told.startsWith(aggregate))
                            .toList());
        }
        await().untilAsserted(() -> assertThat(parked("crowd0")).hasSize(11));
        if (function.equals(TOGETHER)) {
            assertThat(application.largestBatch.get()).isGreaterThan(1);
        }
        application.buggy.set(false);
        endpoint().act(parked("crowd0").get(0).id(), "retry");
        assertThat(parked("crowd0")).isEmpty();
    }

    @Test
    void an_unknown_id_is_answered_with_404() {
        assertThat(endpoint().act("no such id", "retry").getStatus()).isEqualTo(404);
    }

    private static List<ParkedEndpoint.ParkedList.Item> parked(String aggregate) {
        return endpoint().list(200, null).items().stream()
                .filter(item -> item.aggregate().equals(aggregate))
                .toList();
    }

    private static ParkedEndpoint endpoint() {
        return context.getBean(ParkedEndpoint.class);
    }

    private static void send(String subject, long sequence, String type, String data) {
        producer.send(record(envelope(subject, sequence, type), data));
    }

    private static ProducerRecord<String, byte[]> record(EventEnvelope envelope, String data) {
        return CloudEventRecords.write(
                servers.topic("referral.events"), envelope, data == null ? null : data.getBytes(UTF_8));
    }

    private static EventEnvelope envelope(String subject, long sequence, String type) {
        return new EventEnvelope(
                subject + sequence, type, "/test", subject, Instant.EPOCH, subject, sequence, null, null, null);
    }
}
