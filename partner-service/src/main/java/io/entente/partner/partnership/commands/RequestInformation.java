package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerInformationRequested;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;

/**
 * Asks the applicant something.
 *
 * @param questions worded for the applicant
 */
public record RequestInformation(String questions) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(
                PartnerAction.REQUEST_INFORMATION,
                questions,
                null,
                new PartnerInformationRequested(actor, questions),
                now);
    }
}
