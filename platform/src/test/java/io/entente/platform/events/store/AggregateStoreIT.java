package io.entente.platform.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.events.store.Tally.Added;
import io.entente.platform.events.store.Tally.Mapping;
import io.entente.platform.events.store.Tally.TallyDocument;
import io.entente.platform.runtime.EntenteService;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** Stores aggregates with their events over a real broker and store. */
class AggregateStoreIT {

    private static final String COLLECTION = "tallies";
    private static final Receipt RECEIPT = new Receipt("fingerprint", "{}");

    @SpringBootApplication
    static class TestApplication {
        final List<String> commands = new CopyOnWriteArrayList<>();

        @Bean
        OutboxCollection talliesOutbox() {
            return new OutboxCollection(COLLECTION);
        }

        @Bean
        MongoClientSettingsBuilderCustomizer recordCommands() {
            return settings -> settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommand().toJson().contains(COLLECTION)) {
                        commands.add(event.getCommandName());
                    }
                }
            });
        }
    }

    private static Isolated servers;
    private static ConfigurableApplicationContext context;
    private static AggregateStore<Tally, Added, TallyDocument> store;

    @BeforeAll
    static void start() {
        servers = TestServers.isolated();
        context = EntenteService.named("store-test", TestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + servers.mongoUri(),
                        "--spring.kafka.bootstrap-servers=" + TestServers.kafkaBrokers(),
                        "--entente.messaging.topic-prefix=" + servers.topicPrefix(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://identity.entente.test");
        store = context.getBean(AggregateStores.class)
                .of(new Mapping(COLLECTION, context.getBean(EventRecorder.class)));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void forgetCommands() {
        context.getBean(TestApplication.class).commands.clear();
    }

    @Test
    void an_id_can_be_taken_once() {
        assertThat(store.insert(Tally.start("taken", 1), RECEIPT)).isPresent();
        assertThat(store.insert(Tally.start("taken", 2), null)).isEmpty();

        assertThat(store.find("taken")).contains(new Tally("taken", 1, 1));
        assertThat(store.find("unknown")).isEmpty();
    }

    @Test
    void many_new_aggregates_are_stored_in_one_round_trip_except_those_whose_id_is_taken() {
        store.insert(Tally.start("many-2", 9), null).orElseThrow().join();
        awaitCleared("many-2");
        forgetCommands();

        List<Optional<CompletableFuture<Void>>> published =
                store.insertAll(List.of(Tally.start("many-1", 1), Tally.start("many-2", 2), Tally.start("many-3", 3)));

        assertThat(context.getBean(TestApplication.class).commands).containsOnlyOnce("insert");
        assertThat(published).extracting(Optional::isPresent).containsExactly(true, false, true);
        published.get(0).orElseThrow().join();
        published.get(2).orElseThrow().join();
        assertThat(store.find("many-1")).contains(new Tally("many-1", 1, 1));
        assertThat(store.find("many-2")).contains(new Tally("many-2", 1, 9));
        assertThat(store.find("many-3")).contains(new Tally("many-3", 1, 3));
        awaitCleared("many-1");
        awaitCleared("many-3");
    }

    @Test
    void aggregates_that_are_loaded_together_can_be_changed() {
        store.insert(Tally.start("together-1", 1), RECEIPT).orElseThrow().join();
        store.insert(Tally.start("together-2", 2), null).orElseThrow().join();
        awaitCleared("together-1");
        awaitCleared("together-2");
        forgetCommands();

        Map<String, Loaded<Tally>> loaded = store.loadAll(List.of("together-1", "together-2", "unknown"));

        assertThat(context.getBean(TestApplication.class).commands).containsExactly("find");
        assertThat(loaded).containsOnlyKeys("together-1", "together-2");
        Loaded<Tally> first = loaded.get("together-1");
        store.replace(first, first.state().add(4).orElseThrow()).join();
        assertThat(store.find("together-1")).contains(new Tally("together-1", 2, 5));
        assertThat(store.receipt("together-1")).contains(RECEIPT);
        assertThatThrownBy(() -> store.replace(first, first.state().add(1).orElseThrow()))
                .isInstanceOf(ConcurrentUpdateException.class);
        assertThat(store.publishAll(List.of("together-1", "together-2", "unknown")))
                .succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_change_costs_one_read_and_one_write_and_keeps_the_receipt() {
        store.insert(Tally.start("changed", 1), RECEIPT).orElseThrow().join();
        awaitCleared("changed");
        forgetCommands();

        Tally after = store.change("changed", tally -> tally.add(4))
                .orElseThrow()
                .orElseThrow()
                .state();

        assertThat(after).isEqualTo(new Tally("changed", 2, 5));
        assertThat(context.getBean(TestApplication.class).commands.subList(0, 2))
                .containsExactly("find", "update");
        assertThat(store.find("changed")).contains(after);
        assertThat(store.receipt("changed")).contains(RECEIPT);
    }

    @Test
    void a_refusal_and_a_command_without_effect_write_nothing() {
        store.insert(Tally.start("refused", 1), null).orElseThrow().join();
        awaitCleared("refused");
        forgetCommands();

        assertThat(store.change("refused", tally -> tally.add(-2)).orElseThrow())
                .isEqualTo(Decision.rejected("the total would be negative"));
        assertThat(store.change("refused", tally -> tally.add(0)).orElseThrow().isAllowed())
                .isTrue();
        assertThat(store.change("unknown", tally -> tally.add(1))).isEmpty();

        assertThat(context.getBean(TestApplication.class).commands).containsOnly("find");
        assertThat(store.find("refused")).contains(new Tally("refused", 1, 1));
    }

    @Test
    void an_aggregate_decides_again_if_another_write_comes_in_between() {
        store.insert(Tally.start("contested", 1), null).orElseThrow();
        AtomicBoolean interfered = new AtomicBoolean();

        Tally after = store.change("contested", tally -> {
                    if (interfered.compareAndSet(false, true)) {
                        store.change("contested", other -> other.add(10)).orElseThrow();
                    }
                    return tally.add(tally.total());
                })
                .orElseThrow()
                .orElseThrow()
                .state();

        assertThat(after).isEqualTo(new Tally("contested", 3, 22));
    }

    @Test
    void an_aggregate_that_was_loaded_before_another_write_is_not_stored() {
        store.insert(Tally.start("stale", 1), null).orElseThrow();
        Loaded<Tally> stale = store.load("stale").orElseThrow();
        store.change("stale", tally -> tally.add(1)).orElseThrow();

        assertThatThrownBy(() -> store.replace(stale, stale.state().add(5).orElseThrow()))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessage("stale has changed since version 1");
        assertThatThrownBy(() -> store.replace(
                        Loaded.of(stale.state()), stale.state().add(5).orElseThrow()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pages_follow_the_order_of_ids() {
        for (int i = 1; i <= 5; i++) {
            store.insert(Tally.start("page-" + i, 900), null).orElseThrow();
        }
        Criteria mine = Criteria.where("total").is(900);

        assertThat(store.page(mine, new PageRequest(3, null)).items())
                .extracting(Tally::id)
                .containsExactly("page-1", "page-2", "page-3");
        assertThat(store.page(Criteria.where("total").is(900), new PageRequest(3, "page-3"))
                        .items())
                .extracting(Tally::id)
                .containsExactly("page-4", "page-5");
    }

    @Test
    void a_steady_stream_of_changes_is_accepted_and_publishes_each_event_in_order() {
        int changes = 450;
        store.insert(Tally.start("busy", 1), null).orElseThrow();
        CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < changes; i++) {
            last = store.change("busy", tally -> tally.add(1))
                    .orElseThrow()
                    .orElseThrow()
                    .published();
        }

        last.join();
        awaitCleared("busy");
        List<Long> sequences = published("busy");
        assertThat(sequences.stream().distinct().toList())
                .as("in order and without a gap")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes + 1).boxed().toList());
        assertThat(sequences.size()).as("records sent").isLessThan(changes + 1 + changes / 50);
    }

    private static void awaitCleared(String id) {
        await().untilAsserted(() -> assertThat(
                        context.getBean(MongoOperations.class).findById(id, TallyDocument.class, COLLECTION))
                .extracting(TallyDocument::outbox)
                .isNull());
    }

    private static List<Long> published(String id) {
        List<Long> sequences = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafkaBrokers(),
                        "group.id",
                        servers.topicPrefix() + "reader",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(servers.topic("referral.events")));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(id)) {
                        sequences.add(CloudEventRecords.read(record.headers()).sequence());
                    }
                }
                return sequences.contains(451L);
            });
        }
        return sequences;
    }
}
