package io.entente.platform.events.consume;

import java.util.List;

/**
 * Handles several events of one poll in one call, so that their effects can be written together. As with
 * {@link EventHandler}, the same events may be delivered again, alone or in another grouping, and must then change nothing.
 *
 * <p>If a call fails, what it has written stays. After a transient failure the events are delivered again. After any other
 * failure each event is handled alone, in a list of one, so that only the bad one is parked.
 *
 * @param <E> the consumer's own record of the event; it has only the fields that the consumer reads
 */
@FunctionalInterface
public interface BatchHandler<E> {

    /**
     * @param events at least one, in the order of the partition
     * @return the result for each event, in the same order
     */
    List<Handled> handle(List<Received<E>> events);
}
