package io.entente.partner.tiers.review;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.figures.TierFigures;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to put a partner into another tier.
 *
 * @param number counted from 1 for each partner
 * @param figures of the day of the proposal
 * @param policyVersion of the rules that led to it
 * @param decidedBy null while it is open, or if it was withdrawn
 * @param decidedAt when it was decided or withdrawn; null while it is open
 * @param reason of the decision, worded for the partner; null if there is none
 */
public record TierProposal(
        int number,
        Tier from,
        Tier to,
        LocalDate proposedOn,
        TierFigures figures,
        long policyVersion,
        ProposalStatus status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public boolean isPromotion() {
        return to.isAbove(from);
    }

    public boolean isOpen() {
        return status == ProposalStatus.OPEN;
    }

    TierProposal closed(ProposalStatus as, @Nullable String by, Instant at, @Nullable String why) {
        return new TierProposal(number, from, to, proposedOn, figures, policyVersion, as, by, at, why);
    }
}
