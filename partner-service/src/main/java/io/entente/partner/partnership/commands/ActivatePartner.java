package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Activates a partner and waives its onboarding. A partner that is active already stays as it is.
 *
 * @param reason why the onboarding is waived; null if nobody says it
 */
public record ActivatePartner(@Nullable String reason) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(PartnerAction.ACTIVATE, reason, null, new PartnerActivated(actor, true, reason), now);
    }
}
