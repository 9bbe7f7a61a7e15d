package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights that infra/kafka/acls.sh gives to each service, on a broker that enforces them. */
class KafkaRightsIT {

    private static final List<String> SERVICES =
            List.of("partner-service", "referral-service", "commission-service", "notification-service");
    /** All that there are, so that a topic without rights is noticed. */
    private static final List<String> TOPICS =
            TopicCatalog.load().topics().stream().map(Topic::name).sorted().toList();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path dir;

    private static KafkaServer server;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> passwords =
                SERVICES.stream().collect(Collectors.toMap(name -> name, name -> name + "-secret"));
        passwords.put("admin", "admin-secret");
        passwords.put("nobody", "nobody-secret");
        server = KafkaServer.secured(dir, passwords);
        TopicCatalog.load().createMissing(client("admin", "admin-secret"), "", 1);
        try (Admin admin = Admin.create(client("admin", "admin-secret"))) {
            admin.createAcls(AccessControlFile.read(Path.of("..", "kafka", "acls.sh")))
                    .all()
                    .get();
        }
        // A read ends as soon as it finds a record.
        assertThat(writable("admin")).isEqualTo(TOPICS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_service_writes_its_own_topics_and_no_others() {
        assertThat(SERVICES.stream().collect(Collectors.toMap(name -> name, KafkaRightsIT::writable)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "partner-service", List.of("partner.events", "partner.members", "partner.profiles"),
                        "referral-service", List.of("referral.events"),
                        "commission-service", List.of("commission.events"),
                        "notification-service", List.of("notification.events")));
    }

    @Test
    void each_service_reads_what_it_subscribes_to_and_no_other_topic() {
        assertThat(SERVICES.stream().collect(Collectors.toMap(name -> name, name -> readable(name, name))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "partner-service", List.of("commission.events", "partner.events", "referral.events"),
                        "referral-service",
                                List.of(
                                        "notification.events",
                                        "partner.members",
                                        "partner.profiles",
                                        "referral.events"),
                        "commission-service", List.of("partner.members", "partner.profiles", "referral.events"),
                        "notification-service",
                                List.of(
                                        "commission.events",
                                        "partner.events",
                                        "partner.members",
                                        "partner.profiles",
                                        "referral.events")));
    }

    @Test
    void no_service_moves_the_offsets_of_another_one() {
        assertThat(readable("notification-service", "commission-service")).isEmpty();
    }

    @Test
    void no_service_creates_or_deletes_topics_or_changes_rights() {
        for (String service : SERVICES) {
            try (Admin admin = Admin.create(client(service, service + "-secret"))) {
                assertRefused(() ->
                        admin.deleteTopics(List.of("partner.events")).all().get());
                assertRefused(() -> admin.createAcls(AccessControlFile.read(Path.of("..", "kafka", "acls.sh")))
                        .all()
                        .get());
            }
        }
    }

    @Test
    void somebody_without_rights_or_with_a_wrong_password_gets_nothing() {
        assertThat(writable("nobody")).isEmpty();
        assertThat(readable("nobody", "nobody")).isEmpty();
        try (Admin admin = Admin.create(client("partner-service", "guessed"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    private static List<String> writable(String user) {
        List<String> writable = new ArrayList<>();
        for (String topic : TOPICS) {
            // A producer that was refused once can't go on.
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    client(user, user + "-secret"), new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic, "par_1", "{}")).get();
                writable.add(topic);
            } catch (ExecutionException | KafkaException e) {
                // The producer throws by itself if it was refused before it got the record.
                assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return writable;
    }

    private static List<String> readable(String user, String group) {
        List<String> readable = new ArrayList<>();
        for (String topic : TOPICS) {
            Map<String, Object> settings = client(user, user + "-secret");
            settings.put("group.id", group);
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic));
                if (!consumer.poll(PATIENCE).isEmpty()) {
                    readable.add(topic);
                }
            } catch (AuthorizationException e) {
                assertThat(e).hasMessageContaining("authoriz");
            }
        }
        return readable;
    }

    private static Map<String, Object> client(String user, String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", server.brokers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
        settings.put("enable.idempotence", true);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }
}
