package io.entente.referral.program;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/** Puts a new version of a list in force; the list as it is in force already is no new version. */
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
     * @param precondition is told the version in force; throws where the caller revised another
     * @return the version in force then
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
            throw new ConcurrentUpdateException("version %d was just added".formatted(version));
        }
        return next;
    }
}
