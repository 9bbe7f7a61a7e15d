package io.entente.platform.domain;

import java.util.concurrent.CompletableFuture;

/**
 * The result of a command that was allowed: the change has been stored, unless there was nothing to store.
 *
 * @param published completes when the broker has acknowledged the events; completes exceptionally if publishing failed and
 *     is left to the outbox sweep. Few callers wait for it
 */
public record Saved<A, E>(Change<A, E> change, CompletableFuture<Void> published) {

    /** A command that changed nothing, so nothing was stored or published. */
    public static <A, E> Saved<A, E> unchanged(Change<A, E> change) {
        return new Saved<>(change, CompletableFuture.completedFuture(null));
    }

    /** The aggregate as it is now. */
    public A state() {
        return change.state();
    }
}
