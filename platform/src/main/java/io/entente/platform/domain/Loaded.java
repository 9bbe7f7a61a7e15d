package io.entente.platform.domain;

/**
 * An aggregate as a repository read it. Whoever wants to store a change hands it back to the same repository, which keeps
 * here what it needs for the write and so doesn't read the aggregate a second time.
 *
 * @param <A> the aggregate
 */
public interface Loaded<A> {

    A state();

    /** For repositories that need nothing but the state, such as those that keep aggregates in memory. */
    static <A> Loaded<A> of(A state) {
        return new OfState<>(state);
    }

    /** Nothing but the state. */
    record OfState<A>(A state) implements Loaded<A> {}
}
