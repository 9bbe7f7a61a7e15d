package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerPaused;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Stops new referrals to and from the partner, or prolongs a pause. Current referrals continue, and commission is earned and paid as before.
 *
 * @param reason worded for the partner
 * @param until the day by which the pause is looked at again; null if there is none. Nothing resumes by itself
 */
public record PausePartner(String reason, @Nullable LocalDate until) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(PartnerAction.PAUSE, reason, until, new PartnerPaused(actor, reason, until), now);
    }
}
