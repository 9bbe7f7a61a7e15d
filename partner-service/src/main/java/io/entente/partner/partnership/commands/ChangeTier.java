package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Puts a partner into another tier from a later day on.
 *
 * @param reason why, worded for the partner
 */
public record ChangeTier(Tier tier, LocalDate effectiveOn, String reason, LocalDate today) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        return partner.changeTier(tier, effectiveOn, reason, actor, today);
    }
}
