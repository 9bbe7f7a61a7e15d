package io.entente.partner.tiers.web;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.review.ProposalStatus;
import io.entente.partner.tiers.review.TierProposal;
import io.entente.partner.tiers.review.TierReview;
import io.entente.partner.tiers.web.ProgressView.FiguresView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest proposal for a partner in the API.
 *
 * @param tier the tier of the partner when it was proposed
 * @param figures of the day of the proposal
 * @param askedBy the person who has asked for it; absent if a review proposed it
 * @param agreedBy the first of the two persons that it takes; absent if nobody has agreed yet, or one is enough
 * @param effectiveOn the first day that was asked for; absent for the earliest one
 * @param decidedBy absent while it is open, or if it was withdrawn
 * @param reason of the decision, or of the person who has asked for it, worded for the partner
 */
record ProposalView(
        String partnerId,
        long version,
        int number,
        Tier tier,
        Tier proposedTier,
        boolean promotion,
        LocalDate proposedOn,
        ProposalStatus status,
        FiguresView figures,
        long policyVersion,
        @Nullable String askedBy,
        @Nullable String agreedBy,
        @Nullable LocalDate effectiveOn,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    static ProposalView of(TierReview review) {
        TierProposal proposal = Objects.requireNonNull(review.proposal(), "proposal");
        return new ProposalView(
                review.partner().value(),
                review.version(),
                proposal.number(),
                proposal.from(),
                proposal.to(),
                proposal.isPromotion(),
                proposal.proposedOn(),
                proposal.status(),
                FiguresView.of(proposal.figures()),
                proposal.policyVersion(),
                proposal.askedBy(),
                proposal.agreedBy(),
                proposal.effectiveOn(),
                proposal.decidedBy(),
                proposal.decidedAt(),
                proposal.reason());
    }
}
