package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies commands to partners. */
public final class PartnerCommandHandler {

    private final Partners partners;
    private final Clock clock;

    public PartnerCommandHandler(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * @param precondition throws an exception if the caller decided on another version of the partner
     * @return empty if there is no such partner
     */
    public Optional<Decision<Partner>> handle(
            PartnerId id, PartnerCommand command, Actor actor, Consumer<Partner> precondition) {
        return partners.change(id, partner -> {
                    precondition.accept(partner);
                    return command.applyTo(partner, actor, clock.instant());
                })
                .map(decision -> decision.map(Saved::state));
    }
}
