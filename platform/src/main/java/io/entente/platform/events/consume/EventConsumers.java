package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.Causality;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.parking.ParkingLot;
import io.entente.platform.runtime.MessagingProperties;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Makes a service's {@link EventConsumer}s and holds what they share: parking lot, JSON, tracing, metrics. */
public final class EventConsumers {

    private final ParkingLot parking;
    private final ObjectMapper json;
    private final Tracer tracer;
    private final Propagator propagator;
    private final ConsumerMetrics metrics;
    private final MessagingProperties properties;
    private final Clock clock;
    /** First failure of each record now waiting for another topic; at most one per partition, so bounded by those. */
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    public EventConsumers(
            ParkingLot parking,
            ObjectMapper json,
            Tracer tracer,
            Propagator propagator,
            ConsumerMetrics metrics,
            MessagingProperties properties,
            Clock clock) {
        this.parking = parking;
        this.json = json;
        this.tracer = tracer;
        this.propagator = propagator;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /** A consumer under the name of its function binding, whose parked events it can replay. */
    public EventConsumer named(String name) {
        EventConsumer consumer = new EventConsumer(name, this, parking);
        parking.register(consumer);
        return consumer;
    }

    /** Consumers read only what they know: an added field is no error. */
    ObjectReader readerFor(Class<?> event) {
        return json.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    ConsumerMetrics metrics() {
        return metrics;
    }

    long maxDataBytes() {
        return properties.maxDataSize().toBytes();
    }

    /** Whether a record that needs another topic first may still wait for it, at the head of its partition. */
    boolean isWaiting(String consumer, Delivery delivery, RuntimeException failure) {
        if (!(failure instanceof NotYetException)) {
            return false;
        }
        String partition = consumer + "/" + delivery.topic() + "/" + delivery.partition();
        Instant now = clock.instant();
        Waiting since = waiting.compute(
                partition,
                (key, known) -> known != null && known.offset() == delivery.offset()
                        ? known
                        : new Waiting(delivery.offset(), now));
        return now.isBefore(since.first().plus(properties.otherTopicPatience()));
    }

    /** Runs in a span that continues the event's trace, on behalf of the event. */
    <T> T traced(String consumer, EventEnvelope envelope, Supplier<T> handling) {
        Span span = propagator
                .extract(
                        envelope,
                        (carrier, header) ->
                                CloudEventRecords.TRACEPARENT.equals(header) ? carrier.traceparent() : null)
                .kind(Span.Kind.CONSUMER)
                .name("handle " + envelope.type())
                .tag("messaging.consumer", consumer)
                .start();
        String correlation = envelope.correlationId() == null ? envelope.id() : envelope.correlationId();
        try (Tracer.SpanInScope inSpan = tracer.withSpan(span);
                Causality.Scope onBehalf = Causality.enter(new Causality(correlation, envelope.id()))) {
            return handling.get();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private record Waiting(long offset, Instant first) {}
}
