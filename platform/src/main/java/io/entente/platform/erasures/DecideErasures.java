package io.entente.platform.erasures;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Erases personal data after two persons have decided it. */
public final class DecideErasures {

    private final Erasures erasures;
    private final Erasable erasable;
    private final Clock clock;

    public DecideErasures(Erasures erasures, Erasable erasable, Clock clock) {
        this.erasures = erasures;
        this.erasable = erasable;
        this.clock = clock;
    }

    /** Asks for an erasure; empty if nothing is known about the subject. If it is asked for already, nothing changes. */
    public Optional<Erasure> ask(Erasure.Subject subject, String reason, Actor by) {
        return OptimisticRetry.retryOnConflict(() -> erasures.find(subject.id())
                .map(before -> askAgain(before, reason, by))
                .or(() -> erasable.has(subject) ? Optional.of(askFirst(subject, reason, by)) : Optional.empty()));
    }

    /**
     * Erases the data. The data comes first: if the service dies in between, approving again completes it.
     *
     * @param precondition throws an exception if the caller decided on another version of the erasure
     * @return empty if nobody asked for it
     */
    public Optional<Decision<Erasure>> approve(String id, Actor by, Consumer<Erasure> precondition) {
        return decide(id, precondition, erasure -> erasure.approve(by, clock.instant())
                .map(approved -> {
                    erasable.erase(approved.subject(), by);
                    return approved;
                }));
    }

    /**
     * Refuses the erasure.
     *
     * @param precondition throws an exception if the caller decided on another version of the erasure
     * @return empty if nobody asked for it
     */
    public Optional<Decision<Erasure>> refuse(String id, Actor by, Consumer<Erasure> precondition) {
        return decide(id, precondition, erasure -> erasure.refuse(by, clock.instant()));
    }

    private Optional<Decision<Erasure>> decide(
            String id, Consumer<Erasure> precondition, Function<Erasure, Decision<Erasure>> decide) {
        return OptimisticRetry.retryOnConflict(() -> erasures.find(id).map(before -> {
            precondition.accept(before);
            return decide.apply(before).map(after -> stored(before, after));
        }));
    }

    private Erasure askAgain(Erasure before, String reason, Actor by) {
        return stored(before, before.askAgain(reason, by, clock.instant()));
    }

    private Erasure askFirst(Erasure.Subject subject, String reason, Actor by) {
        Erasure asked = Erasure.ask(subject, reason, by, clock.instant());
        if (!erasures.add(asked)) {
            throw new ConcurrentUpdateException("The erasure %s was asked for at the same time".formatted(asked.id()));
        }
        return asked;
    }

    private Erasure stored(Erasure before, Erasure after) {
        if (after.version() != before.version()) {
            erasures.update(after);
        }
        return after;
    }
}
