package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.partner.partnership.TeamMember;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.util.List;

/** Names the people of the firm who look after a partner. Escalated promises to the partner go to them. */
public record ChangeTeam(List<TeamMember> team) implements PartnerCommand {

    public ChangeTeam {
        team = List.copyOf(team);
    }

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.record(partner.application().withTeam(team), new PartnerTeamChanged(actor));
    }
}
