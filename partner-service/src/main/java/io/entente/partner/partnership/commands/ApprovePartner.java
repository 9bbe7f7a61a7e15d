package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerApproved;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;

/**
 * Decides that the firm wants the partnership.
 *
 * @param reason why, for the record
 */
public record ApprovePartner(String reason) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(PartnerAction.APPROVE, reason, null, new PartnerApproved(actor), now);
    }
}
