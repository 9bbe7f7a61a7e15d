package io.entente.referral.program;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/** Adds a new version of a list. If the content is the same as that of the version in force, nothing is added. */
public final class ReviseHandler<T> {

    private final Editions<T> editions;
    private final Clock clock;

    public ReviseHandler(Editions<T> editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Revises the list.
     *
     * @param precondition receives the version in force, and throws if the caller has revised another one
     * @return the version in force afterwards
     */
    public Edition<T> handle(T content, Actor actor, LongConsumer precondition) {
        return OptimisticRetry.retryOnConflict(() -> {
            Edition<T> before = editions.latest();
            precondition.accept(before.version());
            return before.content().equals(content) ? before : add(before.version() + 1, content, actor);
        });
    }

    private Edition<T> add(long version, T content, Actor actor) {
        Edition<T> next =
                new Edition<>(version, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.value(), content);
        if (!editions.add(next)) {
            throw new ConcurrentUpdateException("Version %d has just been added by somebody else".formatted(version));
        }
        return next;
    }
}
