package io.entente.platform.domain;

import java.util.List;

/**
 * The new state of an aggregate with the events that announce it. There are no events if a repeated command changed nothing.
 *
 * @param <S> the aggregate
 * @param <E> its events
 */
public record Change<S, E>(S state, List<E> events) {

    public Change {
        events = List.copyOf(events);
    }

    /** A change that is announced by one event. */
    public static <S, E> Change<S, E> of(S state, E event) {
        return new Change<>(state, List.of(event));
    }

    /** No change, because the command has been carried out before. */
    public static <S, E> Change<S, E> nothing(S state) {
        return new Change<>(state, List.of());
    }

    /** Whether there are no events to publish. */
    public boolean isNothing() {
        return events.isEmpty();
    }
}
