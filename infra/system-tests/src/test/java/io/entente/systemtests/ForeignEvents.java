package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.servers.TopicCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events on topics of a separate prefix, without a service: valid ones, and some that no service would send. */
final class ForeignEvents implements AutoCloseable {

    private static final int MEGABYTE = 1024 * 1024;

    private final Cluster cluster;
    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;

    ForeignEvents(Cluster cluster, String prefix) {
        this.cluster = cluster;
        this.prefix = prefix;
        TopicCatalog.load().createMissing(cluster.brokers(), prefix, 1);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.brokers(), "max.request.size", 2 * MEGABYTE),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    String prefix() {
        return prefix;
    }

    /** Publishes an active partner. */
    void profile(String partner) {
        String data =
                """
                {"partnerId":"%s","name":"Partner","status":"ACTIVE","tier":"ACTIVE","model":"REFERRAL","locale":"en",
                 "timeZone":"Asia/Singapore","country":"SG","contacts":[],"version":1,"updatedAt":"2026-01-01T00:00:00Z"}
                """
                        .formatted(partner);
        publish("partner.profiles", "partner.profile.v1", partner, partner, 1, data.getBytes(UTF_8));
    }

    void publishDeal(String referral, String partner, long sequence) {
        publish(
                "referral.deal-closed.v1",
                referral,
                partner,
                sequence,
                deal(referral, partner, sequence).getBytes(UTF_8));
    }

    /** Publishes a record on {@code referral.events}, which may be an invalid event. */
    void publish(String type, String referral, String partner, long sequence, byte[] data) {
        publish(Topics.REFERRAL_EVENTS, type, referral, partner, sequence, data);
    }

    /** A valid {@code DealClosed}. The deal's id consists of referral and sequence. */
    String deal(String referral, String partner, long sequence) {
        return """
                {"referralId":"%1$s","partnerId":"%2$s","dealId":"%1$s/%3$d",
                 "client":{"key":"%1$s.example","organisation":"Client of %1$s"},"service":"Data platform",
                 "involvement":"STANDARD","amount":{"amount":"100.00","currency":"USD"},"closedOn":"2026-01-02",
                 "engagement":{"kind":"PROJECT","startsOn":"2026-01-05","endsOn":"2026-03-05"},
                 "credit":[{"partnerId":"%2$s","role":"ORIGINATOR","share":"1.00"}],
                 "occurredAt":"2026-01-02T09:00:00Z","actor":"system","origin":"LIVE"}
                """
                .formatted(referral, partner, sequence);
    }

    /** The same event with a megabyte of spaces. It is valid, but larger than a consumer accepts by default. */
    String paddedDeal(String referral, String partner, long sequence) {
        return deal(referral, partner, sequence) + " ".repeat(MEGABYTE);
    }

    /** Waits until the broker has removed a killed consumer. Before that, the consumer's offsets can't be set. */
    void awaitGroupGone() {
        String group = prefix + "commission";
        await("the group without members").atMost(Duration.ofSeconds(30)).until(() -> cluster.admin()
                .describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members()
                .isEmpty());
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /** Publishes an event on any topic. */
    void publish(String topic, String type, String subject, String partner, long sequence, byte[] data) {
        EventEnvelope envelope = new EventEnvelope(
                topic + "/" + subject + "/" + sequence,
                type,
                "/system-tests",
                subject,
                Instant.now(),
                partner,
                sequence,
                null,
                null,
                null);
        try {
            producer.send(CloudEventRecords.write(prefix + topic, envelope, data))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
