package io.entente.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.servers.AccessControlFile;
import io.entente.servers.KafkaServer;
import io.entente.servers.TestServers;
import io.entente.servers.TopicCatalog;
import io.entente.testkit.security.TestKeyset;
import io.entente.testkit.security.TestTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** The service on a broker that lets each user do what infra/kafka/acls.sh says. */
class BrokerCredentialsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "partner.events";

    @TempDir
    private static Path dir;

    private static KafkaServer server;

    @BeforeAll
    static void start() throws Exception {
        server = KafkaServer.secured(
                dir,
                Map.of(
                        "admin", "admin-secret",
                        "partner-service", "partner-service-secret",
                        "referral-service", "referral-service-secret"));
        TopicCatalog.load().createMissing(client("admin"), "", 1);
        try (Admin admin = Admin.create(client("admin"))) {
            admin.createAcls(AccessControlFile.read(Path.of("..", "infra", "kafka", "acls.sh")))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void events_wait_while_the_service_has_anothers_credentials_and_are_published_with_its_own() throws Exception {
        String uri = TestServers.isolated().mongoUri();
        try (ConfigurableApplicationContext other = started("referral-service", uri)) {
            assertThat(register(other)).isEqualTo(201);
            await().atMost(PATIENCE).until(() -> refused(other) > 0);
            assertThat(waiting(other)).isEqualTo(1);
        }
        assertThat(records()).isEmpty();
        try (ConfigurableApplicationContext own = started("partner-service", uri)) {
            await().atMost(PATIENCE).until(() -> !records().isEmpty());
            await().atMost(PATIENCE).until(() -> waiting(own) == 0);
        }
    }

    private static double refused(ConfigurableApplicationContext service) {
        Counter failures = service.getBean(MeterRegistry.class)
                .find("entente.outbox.publish.failures")
                .counter();
        return failures == null ? 0 : failures.count();
    }

    private static long waiting(ConfigurableApplicationContext service) {
        return service.getBean(MongoOperations.class)
                .getCollection("partners")
                .countDocuments(new Document("outbox", new Document("$exists", true)));
    }

    private static int register(ConfigurableApplicationContext service) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/partners"))
                .header("Authorization", "Bearer " + TestTokens.shared().partnerManager())
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                """
                        {"name":"Brightwater","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static List<String> records() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client("admin"), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(record.value()));
            }
            return records;
        }
    }

    private static Map<String, Object> client(String user) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", server.brokers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s-secret\";"
                        .formatted(user));
        return settings;
    }

    private static ConfigurableApplicationContext started(String user, String mongoUri) {
        List<String> arguments = new ArrayList<>(TestTokens.shared().settings());
        arguments.add(TestKeyset.setting());
        arguments.add(TestKeyset.settingOfMessages());
        arguments.add("--server.port=0");
        arguments.add("--spring.mongodb.uri=" + mongoUri);
        arguments.add("--entente.audit.journal=");
        client(user)
                .forEach((name, value) -> arguments.add(
                        name.equals("bootstrap.servers")
                                ? "--spring.kafka.bootstrap-servers=" + value
                                : "--spring.kafka.properties.%s=%s".formatted(name, value)));
        return PartnerServiceApplication.service().run(arguments.toArray(String[]::new));
    }
}
