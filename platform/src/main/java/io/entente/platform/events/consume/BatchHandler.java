package io.entente.platform.events.consume;

import java.util.List;

/**
 * Handles events of one poll together, so that what they cause can be written together. As with {@link EventHandler}, the
 * same events may come again, one by one or in another grouping, and must then change nothing.
 *
 * <p>Where it fails for another reason than a server that is away, whatever it has written by then stays, and each event is
 * handled again by itself, in a list of one: so only the bad one is parked.
 *
 * @param <E> the consumer's own record of the event, with only the fields it reads
 */
@FunctionalInterface
public interface BatchHandler<E> {

    /**
     * @param events in the order of the partition; at least one
     * @return what became of each, in the same order
     */
    List<Handled> handle(List<Received<E>> events);
}
