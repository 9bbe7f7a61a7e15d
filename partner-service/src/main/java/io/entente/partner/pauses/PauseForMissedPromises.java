package io.entente.partner.pauses;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.commands.PausePartner;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Pauses an active partner that has missed too many promises. A partner that is paused already, for whatever reason, stays as it is.
 *
 * @param until the day by which somebody looks at the pause again
 */
record PauseForMissedPromises(LocalDate until) implements PartnerCommand {

    /** The reason's English text in the program's list, so that each partner reads it in its language. */
    static final String REASON = "Promised follow-ups were missed repeatedly.";

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.status() == PartnerStatus.ACTIVE
                ? new PausePartner(REASON, until).applyTo(partner, actor, now)
                : Decision.allowed(Change.nothing(partner));
    }
}
