package io.entente.partner.erasures;

import io.entente.partner.agreements.Agreements;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Erases what is personal about a partner after two persons have decided it. */
public final class ErasePartner {

    private final Erasures erasures;
    private final Partners partners;
    private final Rosters rosters;
    private final Agreements agreements;
    private final Clock clock;

    public ErasePartner(Erasures erasures, Partners partners, Rosters rosters, Agreements agreements, Clock clock) {
        this.erasures = erasures;
        this.partners = partners;
        this.rosters = rosters;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Asks for the erasure of a partner; empty if there is no such partner. If it is asked for already, nothing changes. */
    public Optional<Erasure> ask(PartnerId id, String reason, Actor by) {
        return partners.find(id)
                .map(partner -> OptimisticRetry.retryOnConflict(() -> erasures.find(id)
                        .map(before -> askAgain(before, reason, by))
                        .orElseGet(() -> askFirst(id, reason, by))));
    }

    /**
     * Erases the partner. The partner comes first: if the service dies in between, approving again completes it.
     *
     * @param precondition throws an exception if the caller decided on another version of the erasure
     * @return empty if nobody asked for it
     */
    public Optional<Decision<Erasure>> approve(PartnerId id, Actor by, Consumer<Erasure> precondition) {
        return decide(id, precondition, erasure -> erasure.approve(by, clock.instant())
                .map(approved -> {
                    partners.change(id, partner -> Decision.allowed(partner.erase(clock.instant())));
                    rosters.erase(id);
                    agreements.erase(id);
                    return approved;
                }));
    }

    /**
     * Refuses the erasure.
     *
     * @param precondition throws an exception if the caller decided on another version of the erasure
     * @return empty if nobody asked for it
     */
    public Optional<Decision<Erasure>> refuse(PartnerId id, Actor by, Consumer<Erasure> precondition) {
        return decide(id, precondition, erasure -> erasure.refuse(by, clock.instant()));
    }

    private Optional<Decision<Erasure>> decide(
            PartnerId id, Consumer<Erasure> precondition, Function<Erasure, Decision<Erasure>> decide) {
        return OptimisticRetry.retryOnConflict(() -> erasures.find(id).map(before -> {
            precondition.accept(before);
            return decide.apply(before).map(after -> stored(before, after));
        }));
    }

    private Erasure askAgain(Erasure before, String reason, Actor by) {
        return stored(before, before.askAgain(reason, by, clock.instant()));
    }

    private Erasure askFirst(PartnerId id, String reason, Actor by) {
        Erasure asked = Erasure.ask(id, reason, by, clock.instant());
        if (!erasures.add(asked)) {
            throw new ConcurrentUpdateException("The erasure of %s was asked for at the same time".formatted(id));
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
