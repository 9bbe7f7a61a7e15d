package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerDeactivated;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;

/**
 * Ends the partnership. What the partner has earned is still owed.
 *
 * @param reason worded for the partner
 */
public record DeactivatePartner(String reason) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(PartnerAction.DEACTIVATE, reason, null, new PartnerDeactivated(actor, reason), now);
    }
}
