package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.EventEnvelope;
import java.util.function.Supplier;

/**
 * One event among others of its poll.
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

    /** Does what this one event causes: in its trace, and with it as the cause of every event recorded meanwhile. */
    public <T> T onBehalf(Supplier<T> handling) {
        return shared.traced(consumer, envelope, handling);
    }
}
