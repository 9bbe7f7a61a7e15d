package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Names the people of the firm who look after a partner. Escalated promises to the partner go to them. */
public final class ChangeTeamHandler {

    private final Partners partners;

    public ChangeTeamHandler(Partners partners) {
        this.partners = partners;
    }

    /**
     * @param precondition throws an exception if the caller decided on another version of the partner
     * @return empty if there is no such partner
     */
    public Optional<Decision<Partner>> handle(
            PartnerId id, List<TeamMember> team, Actor actor, Consumer<Partner> precondition) {
        return partners.change(id, partner -> {
                    precondition.accept(partner);
                    return partner.changeTeam(team, actor);
                })
                .map(decision -> decision.map(Saved::state));
    }
}
