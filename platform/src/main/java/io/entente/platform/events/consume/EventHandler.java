package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.EventEnvelope;

/**
 * Handles one event. It must be idempotent: the offset is committed after handling, so the same event is delivered again if
 * the service crashes in between.
 *
 * @param <E> the consumer's own record of the event; it has only the fields that the consumer reads
 */
@FunctionalInterface
public interface EventHandler<E> {

    Handled handle(E event, EventEnvelope envelope);
}
