package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.Causality;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
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

/** Creates the {@link EventConsumer}s of a service and holds what they share: parking lot, JSON, tracing and metrics. */
public final class EventConsumers {

    private final ParkingLot parking;
    private final ObjectMapper json;
    private final Tracer tracer;
    private final Propagator propagator;
    private final ConsumerMetrics metrics;
    private final MessagingProperties properties;
    private final Clock clock;
    /** The first failure of each record that waits for another topic. There is at most one per partition. */
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

    /** Creates a consumer with the name of its function binding, and registers it for retries of its parked events. */
    public EventConsumer named(String name) {
        EventConsumer consumer = new EventConsumer(name, this, parking);
        parking.register(consumer);
        return consumer;
    }

    /** Consumers ignore fields that they don't know, because producers may add some. */
    ObjectReader readerFor(Class<?> event) {
        return json.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    ConsumerMetrics metrics() {
        return metrics;
    }

    long maxDataBytes() {
        return properties.maxDataSize().toBytes();
    }

    /** Whether a record may still wait, at the head of its partition, for data from another topic. */
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

    /** Handles an event in a span that continues its trace, with the event as the cause of what is recorded meanwhile. */
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
