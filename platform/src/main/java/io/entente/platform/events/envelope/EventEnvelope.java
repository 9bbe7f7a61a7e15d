package io.entente.platform.events.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an event beside its data: the context attributes of CloudEvents 1.0 with the extensions for partition key
 * and sequence, and the ids that link the event to its cause.
 *
 * @param id unique per {@code source}; set when the event is recorded, so that each delivery has the same id
 * @param type wire type, {@code <context>.<name>.v<version>}; never a Java class name
 * @param source the service that recorded it, {@code /partner-service}
 * @param subject id of the aggregate that the event happened to
 * @param time when the event happened
 * @param partitionKey key of the Kafka record; the partner's id, so that all events about a partner stay in order
 * @param sequence number of the event within its aggregate, from 1, without gaps
 * @param traceparent W3C trace context of the request that caused the event
 * @param correlationId the same for everything that one request from outside has caused
 * @param causationId id of the event that this one reacts to; null if a person caused it
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding</a>
 */
public record EventEnvelope(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String partitionKey,
        long sequence,
        @Nullable String traceparent,
        @Nullable String correlationId,
        @Nullable String causationId) {}
