package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.Causality;
import io.entente.platform.events.envelope.EventEnvelope;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Turns an event into the record that will be published. The record is serialised once and keeps its id, trace and cause,
 * however often it is sent.
 */
public final class EventRecorder {

    private final String source;
    private final ObjectMapper json;
    private final Tracer tracer;
    private final Propagator propagator;

    /** @param source the service's name, such as {@code partner-service} */
    public EventRecorder(String source, ObjectMapper json, Tracer tracer, Propagator propagator) {
        this.source = "/" + source;
        this.json = json;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /**
     * Records an event.
     *
     * @param type wire type, such as {@code referral.deal-closed.v1}
     * @param subject the aggregate's id
     * @param key the partner's id
     * @param sequence the event's number in its aggregate, from 1
     * @param at when the event happened
     * @param payload what is sent as JSON; null for a tombstone
     */
    public OutboxRecord record(
            String topic,
            String type,
            String subject,
            String key,
            long sequence,
            Instant at,
            @Nullable Object payload) {
        // Subject and sequence identify an event for good. A snapshot of the same aggregate is in another topic.
        String id = topic + "/" + subject + "/" + sequence;
        Causality cause = Causality.current();
        EventEnvelope envelope = new EventEnvelope(
                id,
                type,
                source,
                subject,
                at,
                key,
                sequence,
                traceparent(),
                cause.correlationId(),
                cause.causationId());
        return new OutboxRecord(topic, envelope, payload == null ? null : json.writeValueAsString(payload));
    }

    private @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return carrier.get("traceparent");
    }
}
