package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerDeclined;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides that the firm does not want the partnership now.
 *
 * @param reason worded for the applicant
 * @param reapplyFrom the day from which another application is welcome; null if there is none
 */
public record DeclinePartner(String reason, @Nullable LocalDate reapplyFrom) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(
                PartnerAction.DECLINE, reason, reapplyFrom, new PartnerDeclined(actor, reason, reapplyFrom), now);
    }
}
