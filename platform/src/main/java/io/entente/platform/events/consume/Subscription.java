package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.envelope.UnreadableEventException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * The reader and the handler of one event type.
 *
 * @param together whether several events of one poll may be handled in one call
 */
record Subscription<E>(
        ObjectReader reader, boolean together, BatchHandler<E> handler, String consumer, EventConsumers shared) {

    static <E> Subscription<E> oneByOne(
            ObjectReader reader, EventHandler<E> handler, String consumer, EventConsumers shared) {
        return new Subscription<>(
                reader,
                false,
                events -> events.stream()
                        .map(received -> received.onBehalf(() -> handler.handle(received.event(), received.envelope())))
                        .toList(),
                consumer,
                shared);
    }

    /** @throws UnreadableEventException if the record can't be read */
    Received<E> read(Delivery delivery) {
        EventEnvelope envelope = CloudEventRecords.read(delivery.headers());
        return new Received<>(event(readable(delivery), envelope), envelope, consumer, shared);
    }

    Handled handle(Delivery delivery) {
        return handler.handle(List.of(read(delivery))).get(0);
    }

    private E event(byte[] data, EventEnvelope envelope) {
        E event;
        try {
            event = reader.readValue(data);
        } catch (JacksonException e) {
            throw new UnreadableEventException(
                    "Can't be read as " + envelope.type() + ": " + e.getOriginalMessage(), e);
        }
        if (event == null) {
            throw new UnreadableEventException("The data is JSON null; it must be an object", null);
        }
        return event;
    }

    private byte[] readable(Delivery delivery) {
        byte[] value = delivery.value();
        if (value == null) {
            throw new UnreadableEventException("The record has no data", null);
        }
        if (value.length > shared.maxDataBytes()) {
            throw new UnreadableEventException(
                    "The record has %d bytes of data; entente.messaging.max-data-size allows %d"
                            .formatted(value.length, shared.maxDataBytes()),
                    null);
        }
        return value;
    }
}
