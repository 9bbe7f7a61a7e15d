package io.entente.platform.events.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads {@link EventEnvelope}s as Kafka records in the binary mode of CloudEvents ({@code ce_*} headers, JSON
 * data), with the CloudEvents SDK. The trace context is in the W3C header {@code traceparent}, which CloudEvents doesn't
 * define.
 */
public final class CloudEventRecords {

    /** The W3C trace context header. */
    public static final String TRACEPARENT = "traceparent";

    /** The header that names the aggregate. It can be read even if other headers can't. */
    public static final String SUBJECT = "ce_subject";

    /** The header that names the wire type. */
    public static final String TYPE = "ce_type";

    private static final String PARTITION_KEY = "partitionkey";
    private static final String SEQUENCE = "sequence";
    private static final String CORRELATION_ID = "correlationid";
    private static final String CAUSATION_ID = "causationid";

    private CloudEventRecords() {}

    /** The record to send. Null data makes a tombstone. */
    public static ProducerRecord<String, byte @Nullable []> write(
            String topic, EventEnvelope envelope, byte @Nullable [] data) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withType(envelope.type())
                .withSource(URI.create(envelope.source()))
                .withSubject(envelope.subject())
                .withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC))
                .withExtension(PARTITION_KEY, envelope.partitionKey())
                .withExtension(SEQUENCE, Long.toString(envelope.sequence()));
        if (data != null) {
            event.withData("application/json", data);
        }
        if (envelope.correlationId() != null) {
            event.withExtension(CORRELATION_ID, envelope.correlationId());
        }
        if (envelope.causationId() != null) {
            event.withExtension(CAUSATION_ID, envelope.causationId());
        }
        ProducerRecord<String, byte @Nullable []> written =
                KafkaMessageFactory.createWriter(topic, envelope.partitionKey()).writeBinary(event.build());
        if (envelope.traceparent() != null) {
            written.headers().add(TRACEPARENT, envelope.traceparent().getBytes(UTF_8));
        }
        return written;
    }

    /**
     * Reads the envelope from the headers of a record.
     *
     * @throws UnreadableEventException if a required attribute is missing or malformed
     */
    public static EventEnvelope read(Headers headers) {
        try {
            CloudEvent event =
                    KafkaMessageFactory.createReader(headers, new byte[0]).toEvent();
            OffsetDateTime time = event.getTime();
            return new EventEnvelope(
                    event.getId(),
                    event.getType(),
                    event.getSource().toString(),
                    required("subject", event.getSubject()),
                    time == null ? Instant.EPOCH : time.toInstant(),
                    required(PARTITION_KEY, event.getExtension(PARTITION_KEY)),
                    Long.parseLong(required(SEQUENCE, event.getExtension(SEQUENCE))),
                    text(headers, TRACEPARENT),
                    extension(event, CORRELATION_ID),
                    extension(event, CAUSATION_ID));
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableEventException("The headers are not those of a CloudEvent: " + e.getMessage(), e);
        }
    }

    /** The last value of a text header; null if the header or its value is absent. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static @Nullable String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    private static String required(String name, @Nullable Object value) {
        if (value == null) {
            throw new UnreadableEventException("The attribute " + name + " is missing", null);
        }
        return value.toString();
    }
}
