package io.entente.referral.program;

import io.entente.platform.domain.Actor;
import io.entente.platform.web.ConflictException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/** Puts a new version of a list in force; the list as it is in force already is no new version. */
public final class ReviseHandler<T> {

    /** Losing this often in a row means something else is wrong than bad luck. */
    private static final int ATTEMPTS = 10;

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
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Edition<T> before = editions.latest();
            precondition.accept(before.version());
            if (before.content().equals(content)) {
                return before;
            }
            Edition<T> next = new Edition<>(
                    before.version() + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.value(), content);
            if (editions.add(next)) {
                return next;
            }
        }
        throw new ConflictException("Others revise the list at the same time; try again.");
    }
}
