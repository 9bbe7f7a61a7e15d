package io.entente.platform.domain;

import java.util.List;

/**
 * An aggregate's new state with the events that tell of it; no events where a repeated command changed nothing.
 *
 * @param <S> the aggregate
 * @param <E> its events
 */
public record Change<S, E>(S state, List<E> events) {

    public Change {
        events = List.copyOf(events);
    }

    /** One event. */
    public static <S, E> Change<S, E> of(S state, E event) {
        return new Change<>(state, List.of(event));
    }

    /** A repeated command: the state as it was. */
    public static <S, E> Change<S, E> nothing(S state) {
        return new Change<>(state, List.of());
    }

    /** Whether there is anything to store. */
    public boolean isNothing() {
        return events.isEmpty();
    }
}
