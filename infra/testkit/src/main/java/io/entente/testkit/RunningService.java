package io.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import io.entente.testkit.queries.RecordedQueries;
import io.entente.testkit.security.Callers;
import io.entente.testkit.security.TestKeyset;
import io.entente.testkit.security.TestTokens;
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
import java.util.Arrays;
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
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service as its users meet it: started with its own configuration over a real broker and store, on a free port, with its
 * own database and topics. Tests talk to it over HTTP and Kafka. It signs callers in by {@link TestTokens}; a request that names no
 * caller of {@link Callers} comes from a person with every role of the firm. When it is closed, it checks that an index served every query
 * that the service sent to its store ({@link RecordedQueries}).
 */
public final class RunningService implements AutoCloseable {

    /** The compacted topics of states. */
    private static final Map<String, String> STATES =
            Map.of("partner.profile.v1", "partner.profiles", "partner.members.v1", "partner.members");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "entente-test-boundary";
    private static final String ANONYMOUS = "(no token)";
    private static final String AUTHORIZATION = "Authorization:";
    private static final String AUDIT_JOURNAL = "--entente.audit.journal=";
    private static final String RATE_LIMIT = "--entente.limits.rate.enabled=";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        // A busy machine takes several times as long as a quiet one.
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private final Isolated servers;
    private final ConfigurableApplicationContext context;
    private final RecordedQueries queries;
    private final MongoClient ownClient;
    private final MongoTemplate ownTemplate;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte @Nullable []> producer;

    private RunningService(Isolated servers, ConfigurableApplicationContext context, RecordedQueries queries) {
        this.servers = servers;
        this.context = context;
        this.queries = queries;
        this.ownClient = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(servers.mongoUri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        this.ownTemplate = new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(ownClient, servers.database()),
                context.getBean(MongoConverter.class));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafkaBrokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Starts a service with its own database and topics. */
    public static RunningService start(SpringApplicationBuilder service, String... arguments) {
        return start(TestServers.isolated(), service, arguments);
    }

    /** Starts a service with a given database and topics, which other services may use too or this one has used before. */
    public static RunningService start(Isolated servers, SpringApplicationBuilder service, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + servers.mongoUri(),
                "--spring.kafka.bootstrap-servers=" + TestServers.kafkaBrokers(),
                "--entente.messaging.topic-prefix=" + servers.topicPrefix(),
                "--entente.messaging.concurrency=2",
                "--spring.cloud.stream.default.group=" + servers.topicPrefix() + "group"));
        if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith(AUDIT_JOURNAL))) {
            all.add(AUDIT_JOURNAL + "target/audit-journals");
        }
        if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith(TestTokens.SETTINGS))) {
            all.addAll(TestTokens.shared().settings());
        }
        // A test sends as much as it likes. Boot joins the values of an argument that is given twice.
        if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith(RATE_LIMIT))) {
            all.add(RATE_LIMIT + "false");
        }
        if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith(TestKeyset.SETTINGS))) {
            all.add(TestKeyset.setting());
        }
        all.add(TestKeyset.settingOfMessages());
        all.addAll(List.of(arguments));
        RecordedQueries queries = new RecordedQueries();
        service.initializers(starting -> ((GenericApplicationContext) starting)
                .registerBean(
                        "recordedQueries",
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.addCommandListener(queries)));
        return new RunningService(servers, service.run(all.toArray(String[]::new)), queries);
    }

    /** A client that sends this token with each request. */
    public Client as(String token) {
        return new Client(this, Callers.with(token));
    }

    /** A client that sends no token. */
    public Client anonymous() {
        return new Client(this, ANONYMOUS);
    }

    /** Sends requests with one token, or with none. */
    public record Client(RunningService service, String authorization) {

        public Answer get(String path) {
            return request("GET", path, null);
        }

        public Answer post(String path, String json, String... headers) {
            return request("POST", path, json, headers);
        }

        public Answer request(String method, String path, @Nullable String json, String... headers) {
            List<String> all = new ArrayList<>(List.of(headers));
            all.add(authorization);
            return service.request(method, path, json, all.toArray(String[]::new));
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The service's database for a test to look into. The test's own queries aren't recorded and need no index. */
    public MongoTemplate mongo() {
        return ownTemplate;
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
        for (String header : signedIn(headers)) {
            int colon = header.indexOf(':');
            // Replaces the content type if the caller names one.
            request.setHeader(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return send(request.build());
    }

    /** Adds a token, unless the headers have one or the caller is {@link #anonymous()}. */
    private static List<String> signedIn(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.removeIf(ANONYMOUS::equals) && all.stream().noneMatch(header -> header.startsWith(AUTHORIZATION))) {
            all.add(Callers.asFirm());
        }
        return all;
    }

    /** Downloads a file. */
    public HttpResponse<byte[]> download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        addToken(request);
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void addToken(HttpRequest.Builder request) {
        request.setHeader(
                "Authorization",
                Callers.asFirm().substring(AUTHORIZATION.length()).strip());
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
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        addToken(request);
        return send(request.build());
    }

    /** Publishes an event as another service would, and returns when the broker has acknowledged it. Null data is a tombstone. */
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

    /** Publishes a record unchanged, with its headers. */
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

    /** Publishes the contract's sample of an event type on that type's topic. */
    public void publishSample(String type) {
        JsonNode sample = JSON.readTree(Contracts.sample(type));
        String context = type.substring(0, type.indexOf('.'));
        String topic = STATES.getOrDefault(type, context + ".events");
        String subject = sample.path(subjectField(context, sample)).asString();
        publish(topic, type, subject, 1, sample.path("partnerId").asString(), sample.toString());
    }

    /** All events that a topic holds now, in order within an aggregate. An event that was published twice is listed once. */
    public List<PublishedRecord> records(String topic) {
        Set<String> seen = new HashSet<>();
        return TopicReader.readAll(TestServers.kafkaBrokers(), servers.topic(topic)).stream()
                .map(PublishedRecord::of)
                .filter(record -> seen.add(record.envelope().id() + record.text()))
                .toList();
    }

    /** Waits until the records of a topic are as expected, and returns them. */
    public List<PublishedRecord> awaitRecords(String topic, Predicate<List<PublishedRecord>> expected) {
        return Awaitility.await("records on " + topic).atMost(PATIENCE).until(() -> records(topic), expected);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        context.close();
        try (ownClient) {
            queries.assertServedByIndexes(ownTemplate.getDb());
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = sendAgainIfUnanswered(request);
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** After a body that was too large, the server closes the connection, perhaps just when the next request goes out on it. */
    private HttpResponse<String> sendAgainIfUnanswered(HttpRequest request) throws IOException, InterruptedException {
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
