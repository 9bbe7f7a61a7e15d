package io.entente.messaging.consume;

import io.entente.messaging.envelope.CloudEventRecords;
import io.entente.messaging.envelope.EventEnvelope;
import io.entente.messaging.envelope.UnreadableEventException;
import io.entente.messaging.parking.ParkedHandler;
import io.entente.messaging.parking.ParkingLot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * One service's subscription to one topic, as a Spring Cloud Stream function. An event of a type nobody registered is
 * somebody else's and skipped. Where a handler fails:
 * <ul>
 *   <li>store or broker away: the failure goes up, and the container delivers the record again, for ever;
 *   <li>anything else: the record is parked, and every later one of its aggregate behind it; other aggregates go on.
 * </ul>
 */
public final class EventConsumer implements Consumer<Message<byte[]>>, ParkedHandler {

    private final String name;
    private final EventConsumers shared;
    private final ParkingLot parking;
    private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private @Nullable TombstoneHandler tombstones;

    EventConsumer(String name, EventConsumers shared, ParkingLot parking) {
        this.name = name;
        this.shared = shared;
        this.parking = parking;
    }

    /** Handles events of a wire type, {@code referral.deal-closed.v1}, read as the given record. */
    public <E> EventConsumer on(String type, Class<E> event, EventHandler<E> handler) {
        subscriptions.put(type, new Subscription<>(shared.readerFor(event), handler));
        return this;
    }

    /** Handles null records: only a compacted topic has them; elsewhere they are parked. */
    public EventConsumer onTombstone(TombstoneHandler handler) {
        tombstones = handler;
        return this;
    }

    /** The binding's name, under which this consumer's parked events are listed. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public void accept(Message<byte[]> message) {
        ConsumerRecord<?, ?> record = message.getHeaders().get(KafkaHeaders.RAW_DATA, ConsumerRecord.class);
        if (record == null) {
            throw new IllegalStateException("the binding of " + name + " must hand over raw records");
        }
        consume(Delivery.of(record));
    }

    /** Handles a record, or parks it. Returns only when its offset may be committed. */
    public void consume(Delivery delivery) {
        if (parking.parkBehind(name, delivery)) {
            shared.metrics().parkedBehind(name);
            return;
        }
        try {
            handle(delivery);
        } catch (RuntimeException failure) {
            if (InfrastructureFailures.include(failure) || shared.isWaiting(name, delivery, failure)) {
                throw failure;
            }
            parking.park(name, delivery, failure);
            shared.metrics().parked(name);
        }
    }

    @Override
    public void handle(Delivery delivery) {
        if (delivery.value() == null && tombstones != null && delivery.keyText() != null) {
            shared.metrics().handled(name, "tombstone", tombstones.erase(delivery.keyText()));
            return;
        }
        String type = CloudEventRecords.text(delivery.headers(), "ce_type");
        if (type == null) {
            throw new UnreadableEventException("no ce_type header", null);
        }
        Subscription<?> subscription = subscriptions.get(type);
        if (subscription == null) {
            refuseUnknownVersion(type);
            shared.metrics().handled(name, "other", Handled.IGNORED);
            return;
        }
        EventEnvelope envelope = CloudEventRecords.read(delivery.headers());
        Handled handled = shared.traced(name, envelope, () -> subscription.handle(readable(delivery), envelope));
        shared.metrics().handled(name, type, handled);
    }

    /** A type we do handle, in a version we don't: skipping it would lose what it says. */
    private void refuseUnknownVersion(String type) {
        String withoutVersion = type.substring(0, type.lastIndexOf('.') + 1);
        for (String known : subscriptions.keySet()) {
            if (!withoutVersion.isEmpty()
                    && known.substring(0, known.lastIndexOf('.') + 1).equals(withoutVersion)) {
                throw new UnreadableEventException("unknown version: " + type + "; this consumer reads " + known, null);
            }
        }
    }

    private byte[] readable(Delivery delivery) {
        byte[] value = delivery.value();
        if (value == null) {
            throw new UnreadableEventException("the record has no data", null);
        }
        if (value.length > shared.maxDataBytes()) {
            throw new UnreadableEventException(
                    "%d bytes of data; entente.messaging.max-data-size allows %d"
                            .formatted(value.length, shared.maxDataBytes()),
                    null);
        }
        return value;
    }

    private record Subscription<E>(ObjectReader reader, EventHandler<E> handler) {
        Handled handle(byte[] data, EventEnvelope envelope) {
            E event;
            try {
                event = reader.readValue(data);
            } catch (JacksonException e) {
                throw new UnreadableEventException(
                        "not readable as " + envelope.type() + ": " + e.getOriginalMessage(), e);
            }
            if (event == null) {
                throw new UnreadableEventException("the data is JSON null", null);
            }
            return handler.handle(event, envelope);
        }
    }
}
