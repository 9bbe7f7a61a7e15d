package io.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service as its users meet it: started with its own configuration over a real broker and store, on a free port, with a
 * database and topics of its own; spoken to over HTTP and Kafka.
 */
public final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "entente-test-boundary";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Isolated servers;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte @Nullable []> producer;

    private RunningService(Isolated servers, ConfigurableApplicationContext context) {
        this.servers = servers;
        this.context = context;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBrokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Starts a service in servers of its own. */
    public static RunningService start(SpringApplicationBuilder service, String... arguments) {
        return start(TestServers.isolated(), service, arguments);
    }

    /** Starts a service in the given part of the servers: one that others use too, or that it used before. */
    public static RunningService start(Isolated servers, SpringApplicationBuilder service, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + servers.mongoUri(),
                "--spring.kafka.bootstrap-servers=" + TestServers.kafkaBrokers(),
                "--entente.messaging.topic-prefix=" + servers.topicPrefix(),
                "--entente.messaging.concurrency=2",
                "--spring.cloud.stream.default.group=" + servers.topicPrefix() + "group"));
        all.addAll(List.of(arguments));
        return new RunningService(servers, service.run(all.toArray(String[]::new)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public MongoTemplate mongo() {
        return context.getBean(MongoTemplate.class);
    }

    public Isolated servers() {
        return servers;
    }

    public Answer get(String path) {
        return request("GET", path, null);
    }

    /** @param headers each as {@code Name: value} */
    public Answer post(String path, String json, String... headers) {
        return request("POST", path, json, headers);
    }

    public Answer request(String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        for (String header : headers) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return send(request.build());
    }

    /** Uploads a file as the multipart field {@code file}. */
    public Answer postFile(String path, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY, fileName)
                        .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Publishes an event as another service would; null data is a tombstone. Returns once the broker has it. */
    public void publish(
            String topic, String type, String subject, long sequence, String partitionKey, @Nullable String data) {
        EventEnvelope envelope = new EventEnvelope(
                topic + "/" + subject + "/" + sequence,
                type,
                "/test",
                subject,
                Instant.now(),
                partitionKey,
                sequence,
                null,
                null,
                null);
        publish(CloudEventRecords.write(servers.topic(topic), envelope, data == null ? null : data.getBytes(UTF_8)));
    }

    /** Publishes a record as it is, headers and all. */
    public void publish(ProducerRecord<String, byte @Nullable []> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes the contract's sample of a type on the topic it belongs to. */
    public void publishSample(String type) {
        JsonNode sample = JSON.readTree(Contracts.sample(type));
        String context = type.substring(0, type.indexOf('.'));
        String topic = type.equals("partner.profile.v1") ? "partner.profiles" : context + ".events";
        String subject = sample.path(subjectField(context, sample)).asString();
        publish(topic, type, subject, 1, sample.path("partnerId").asString(), sample.toString());
    }

    /** All events now on a topic, in order within an aggregate. One that was published again, as it may be, is the same event. */
    public List<PublishedRecord> records(String topic) {
        Set<String> seen = new HashSet<>();
        return TopicReader.readAll(TestServers.kafkaBrokers(), servers.topic(topic)).stream()
                .map(PublishedRecord::of)
                .filter(record -> seen.add(record.envelope().id() + record.text()))
                .toList();
    }

    /** Waits until the records on a topic are as expected, and returns them. */
    public List<PublishedRecord> awaitRecords(String topic, Predicate<List<PublishedRecord>> expected) {
        return Awaitility.await("records on " + topic).atMost(PATIENCE).until(() -> records(topic), expected);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        context.close();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = sendAgainIfUnheard(request);
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** After a body that was too large the server closes the connection, perhaps just as the next request goes out on it. */
    private HttpResponse<String> sendAgainIfUnheard(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String subjectField(String context, JsonNode sample) {
        return switch (context) {
            case "partner" -> "partnerId";
            case "referral" -> "referralId";
            default ->
                List.of("commissionId", "statementId", "payoutId").stream()
                        .filter(sample::has)
                        .findFirst()
                        .orElseThrow();
        };
    }
}
