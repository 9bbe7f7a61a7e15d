package io.entente.partner.tiers.mongo;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.review.ListedProposal;
import io.entente.partner.tiers.review.ProposalStatus;
import io.entente.partner.tiers.review.TierProposal;
import io.entente.partner.tiers.review.TierReview;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of a review with its latest proposal. */
record ReviewDocument(
        @Id String id,
        long version,
        long sequence,
        ProposalDocument proposal,
        ListEntry list,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static ReviewDocument of(TierReview review, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        String id = review.partner().value();
        TierProposal proposal = Objects.requireNonNull(review.proposal(), "proposal");
        return new ReviewDocument(
                id,
                review.version(),
                review.sequence(),
                ProposalDocument.of(proposal),
                ListedProposal.of(id, proposal),
                receipt,
                outbox);
    }

    TierReview toReview() {
        return new TierReview(new PartnerId(id), version, sequence, proposal.toProposal());
    }

    /** The stored form of a proposal. Days are text, so that no time zone can move it. */
    record ProposalDocument(
            int number,
            Tier from,
            Tier to,
            String proposedOn,
            FiguresDocument figures,
            long policyVersion,
            ProposalStatus status,
            @Nullable String askedBy,
            @Nullable String agreedBy,
            @Nullable String effectiveOn,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static ProposalDocument of(TierProposal proposal) {
            return new ProposalDocument(
                    proposal.number(),
                    proposal.from(),
                    proposal.to(),
                    proposal.proposedOn().toString(),
                    FiguresDocument.of(proposal.figures()),
                    proposal.policyVersion(),
                    proposal.status(),
                    proposal.askedBy(),
                    proposal.agreedBy(),
                    proposal.effectiveOn() == null
                            ? null
                            : proposal.effectiveOn().toString(),
                    proposal.decidedBy(),
                    proposal.decidedAt(),
                    proposal.reason());
        }

        TierProposal toProposal() {
            return new TierProposal(
                    number,
                    from,
                    to,
                    LocalDate.parse(proposedOn),
                    figures.toFigures(),
                    policyVersion,
                    status,
                    askedBy,
                    agreedBy,
                    effectiveOn == null ? null : LocalDate.parse(effectiveOn),
                    decidedBy,
                    decidedAt,
                    reason);
        }
    }

    /** The stored form of figures. */
    record FiguresDocument(
            int wonDeals,
            List<MoneyJson> revenue,
            int wonReferrals,
            int lostReferrals,
            int ratings,
            int ratingSum,
            int kept,
            int broken) {

        static FiguresDocument of(TierFigures figures) {
            return new FiguresDocument(
                    figures.wonDeals(),
                    figures.revenue().values().stream().map(MoneyJson::of).toList(),
                    figures.wonReferrals(),
                    figures.lostReferrals(),
                    figures.ratings(),
                    figures.ratingSum(),
                    figures.kept(),
                    figures.broken());
        }

        TierFigures toFigures() {
            return new TierFigures(
                    wonDeals,
                    revenue.stream().collect(Collectors.toMap(MoneyJson::currency, MoneyJson::toMoney)),
                    wonReferrals,
                    lostReferrals,
                    ratings,
                    ratingSum,
                    kept,
                    broken);
        }
    }
}
