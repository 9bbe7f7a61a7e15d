package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.EventEnvelope;

/**
 * Handles one event. Must give the same result however often the same event comes: the offset is committed after handling,
 * so a crash in between brings it again.
 *
 * @param <E> the consumer's own record of the event, with only the fields it reads
 */
@FunctionalInterface
public interface EventHandler<E> {

    Handled handle(E event, EventEnvelope envelope);
}
