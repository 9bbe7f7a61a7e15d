package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Merges records that are about the same company, and finds the record with which a company goes on. */
public final class MergePartners {

    /** Two records that were merged into each other at the same moment would lead in a circle. */
    private static final int MAX_STEPS = 5;

    private final Partners partners;
    private final Clock clock;

    public MergePartners(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** Why nothing can be merged into a record; empty if it can. */
    public Optional<String> objection(PartnerId duplicate, PartnerId into) {
        if (duplicate.equals(into)) {
            return Optional.of("must be another partner");
        }
        Optional<Partner> other = partners.find(into).filter(partner -> partner.status() != PartnerStatus.ERASED);
        if (other.isEmpty()) {
            return Optional.of("must be a partner");
        }
        PartnerId further = other.get().standing().mergedInto();
        return further == null
                ? Optional.empty()
                : Optional.of("must be a partner that isn't merged itself; it is merged into %s".formatted(further));
    }

    /**
     * Merges a record into another one. Merging it again changes nothing.
     *
     * @param precondition throws an exception if the caller decided on another version of the duplicate
     * @return empty if there is no such duplicate
     */
    public Optional<Decision<Partner>> merge(
            PartnerId duplicate, PartnerId into, String reason, Actor by, Consumer<Partner> precondition) {
        return partners.change(duplicate, partner -> {
                    precondition.accept(partner);
                    return partner.mergeInto(into, reason, by, clock.instant());
                })
                .map(decision -> decision.map(Saved::state));
    }

    /** The record with which a company goes on; the record with this id if it isn't merged. */
    public Optional<Partner> resolve(PartnerId id) {
        Optional<Partner> found = partners.find(id);
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<PartnerId> next = found.flatMap(
                    partner -> Optional.ofNullable(partner.standing().mergedInto()));
            if (next.isEmpty()) {
                return found;
            }
            found = partners.find(next.get());
        }
        return found;
    }
}
