package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerReviewStarted;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;

/** Begins to examine an application. */
public record StartReview() implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.step(PartnerAction.START_REVIEW, null, null, new PartnerReviewStarted(actor), now);
    }
}
