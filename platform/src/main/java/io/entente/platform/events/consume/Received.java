package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.EventEnvelope;
import java.util.function.Supplier;

/**
 * One of several events that are handled in one call.
 *
 * @param <E> the consumer's own record of the event
 */
public final class Received<E> {

    private final E event;
    private final EventEnvelope envelope;
    private final String consumer;
    private final EventConsumers shared;

    Received(E event, EventEnvelope envelope, String consumer, EventConsumers shared) {
        this.event = event;
        this.envelope = envelope;
        this.consumer = consumer;
        this.shared = shared;
    }

    public E event() {
        return event;
    }

    public EventEnvelope envelope() {
        return envelope;
    }

    /** Handles this event in its trace, with the event as the cause of what is recorded meanwhile. */
    public <T> T onBehalf(Supplier<T> handling) {
        return shared.traced(consumer, envelope, handling);
    }
}
