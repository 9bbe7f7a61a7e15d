package io.entente.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.benchmarks.Servers.Part;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Publishes events as the services that own them would. */
public final class Events implements AutoCloseable {

    private final Part part;
    private final KafkaProducer<String, byte @Nullable []> producer;

    public Events(Part part) {
        this.part = part;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", part.servers().brokers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends an event. The broker has it when {@link #flush} returns. */
    public void send(String topic, String type, String subject, String partner, ObjectNode data) {
        EventEnvelope envelope = new EventEnvelope(
                topic + "/" + subject + "/1",
                type,
                "/benchmarks",
                subject,
                Instant.EPOCH,
                partner,
                1,
                null,
                null,
                null);
        var unused = producer.send(CloudEventRecords.write(
                part.topic(topic), envelope, data.toString().getBytes(UTF_8)));
    }

    /** Makes a partner known to the services. */
    public void sendProfile(String partner) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("partnerId", partner)
                .put("name", "Partner " + partner)
                .put("status", "ACTIVE")
                .put("tier", "ACTIVE")
                .put("model", "REFERRAL")
                .put("locale", "en")
                .put("timeZone", "Europe/Berlin")
                .put("country", "DE")
                .put("version", 1)
                .put("updatedAt", "2026-01-01T00:00:00Z")
                .putArray("contacts");
        send("partner.profiles", "partner.profile.v1", partner, partner, profile);
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
