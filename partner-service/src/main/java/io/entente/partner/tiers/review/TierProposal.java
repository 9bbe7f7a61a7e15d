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
 * @param askedBy the person who has asked for it; null if a review proposed it
 * @param agreedBy the first of the two persons that it takes; null if nobody has agreed yet, or one is enough
 * @param effectiveOn the first day that was asked for; null for the earliest one
 * @param decidedBy null while it is open, or if it was withdrawn
 * @param decidedAt when it was decided or withdrawn; null while it is open
 * @param reason of the decision, or of the person who has asked for it, worded for the partner; null if there is none
 */
public record TierProposal(
        int number,
        Tier from,
        Tier to,
        LocalDate proposedOn,
        TierFigures figures,
        long policyVersion,
        ProposalStatus status,
        @Nullable String askedBy,
        @Nullable String agreedBy,
        @Nullable LocalDate effectiveOn,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public boolean isPromotion() {
        return to.isAbove(from);
    }

    public boolean isOpen() {
        return status == ProposalStatus.OPEN;
    }

    TierProposal withReason(@Nullable String other) {
        return new TierProposal(
                number,
                from,
                to,
                proposedOn,
                figures,
                policyVersion,
                status,
                askedBy,
                agreedBy,
                effectiveOn,
                decidedBy,
                decidedAt,
                other);
    }

    TierProposal agreed(String by) {
        return new TierProposal(
                number,
                from,
                to,
                proposedOn,
                figures,
                policyVersion,
                status,
                askedBy,
                by,
                effectiveOn,
                decidedBy,
                decidedAt,
                reason);
    }

    TierProposal closed(ProposalStatus as, @Nullable String by, Instant at, @Nullable String why) {
        return new TierProposal(
                number, from, to, proposedOn, figures, policyVersion, as, askedBy, agreedBy, effectiveOn, by, at, why);
    }
}
