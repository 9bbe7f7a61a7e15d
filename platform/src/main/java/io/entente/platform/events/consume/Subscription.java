package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.platform.events.envelope.UnreadableEventException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * How a consumer reads events of one type, and who handles them.
 *
 * @param together whether events of one poll may be handled in one call
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

    /** Reads the record; what can't be read is an {@link UnreadableEventException}. */
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
            throw new UnreadableEventException("not readable as " + envelope.type() + ": " + e.getOriginalMessage(), e);
        }
        if (event == null) {
            throw new UnreadableEventException("the data is JSON null", null);
        }
        return event;
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
}
