package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Activates a partner, so that it can send and receive referrals. */
public final class ActivatePartnerHandler {

    private final Partners partners;
    private final Clock clock;

    public ActivatePartnerHandler(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * @param precondition throws an exception if the caller decided on another version of the partner
     * @return empty if there is no such partner
     */
    public Optional<Decision<Partner>> handle(PartnerId id, Actor actor, Consumer<Partner> precondition) {
        return partners.change(id, partner -> {
                    precondition.accept(partner);
                    return partner.activate(actor, clock.instant());
                })
                .map(decision -> decision.map(Saved::state));
    }
}
