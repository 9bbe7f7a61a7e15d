package io.entente.platform.events.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes an event carries beside its data: CloudEvents 1.0 context attributes with the partition key and
 * sequence extensions, and the ids that tie it to what caused it.
 *
 * @param id unique per {@code source}; made once, when the event is recorded, so that a redelivery has the same one
 * @param type wire type, {@code <context>.<name>.v<version>}; never a Java class name
 * @param source the service that recorded it, {@code /partner-service}
 * @param subject id of the aggregate it happened to
 * @param time when it happened
 * @param partitionKey the Kafka record key: the partner's id, so that what concerns one partner stays in order
 * @param sequence the event's number among its aggregate's events, from 1, without gaps
 * @param traceparent W3C trace context of the request that caused it
 * @param correlationId the same for everything that one outside request set off
 * @param causationId id of the event that this one reacts to; absent where a person caused it
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
