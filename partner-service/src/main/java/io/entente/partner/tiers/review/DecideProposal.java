package io.entente.partner.tiers.review;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.commands.ChangeTier;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides proposals of reviews. */
public final class DecideProposal {

    private final TierReviews reviews;
    private final Partners partners;
    private final PartnerCommandHandler commands;
    private final PolicyVersions<TierPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public DecideProposal(
            TierReviews reviews,
            Partners partners,
            PartnerCommandHandler commands,
            PolicyVersions<TierPolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.reviews = reviews;
        this.partners = partners;
        this.commands = commands;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Puts the partner into the proposed tier, after its notice. The partner changes first: if the service dies in between, approving again
     * completes it.
     *
     * @param precondition throws an exception if the caller decided on another version
     * @return empty if nothing was ever proposed for the partner
     */
    public Optional<Decision<TierReview>> approve(
            PartnerId id, String reason, Actor by, Consumer<TierReview> precondition) {
        Optional<TierReview> review = reviews.find(id);
        TierProposal proposal = review.map(TierReview::proposal).orElse(null);
        if (review.isEmpty() || proposal == null) {
            return Optional.empty();
        }
        precondition.accept(review.get());
        if (proposal.isOpen()) {
            Decision<Partner> moved = move(id, proposal, reason, by);
            if (moved.rejection().isPresent()) {
                return Optional.of(Decision.rejected(moved.rejection().get()));
            }
        }
        return close(id, ProposalStatus.APPROVED, reason, by, known -> {});
    }

    /** Declines the proposal. The same is not proposed again for the days that the policy says. */
    public Optional<Decision<TierReview>> decline(
            PartnerId id, String reason, Actor by, Consumer<TierReview> precondition) {
        return close(id, ProposalStatus.DECLINED, reason, by, precondition);
    }

    private Decision<Partner> move(PartnerId id, TierProposal proposal, String reason, Actor by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        TierPolicy policy = policies.on(today);
        Integer capacity = policy.rule(proposal.to()).capacity();
        if (proposal.isPromotion() && capacity != null && isFull(proposal.to(), capacity)) {
            return Decision.rejected("The tier %s has room for %d partners and is full. Move another partner first."
                    .formatted(proposal.to(), capacity));
        }
        LocalDate from = policy.earliest(proposal.from(), proposal.to(), today);
        return commands.handle(id, new ChangeTier(proposal.to(), from, reason, today), by, partner -> {})
                .orElseThrow();
    }

    private boolean isFull(Tier tier, int capacity) {
        PartnerFilter inTier = new PartnerFilter(
                null,
                List.of(PartnerStatus.ACTIVE, PartnerStatus.PAUSED),
                tier,
                null,
                null,
                null,
                Map.of(),
                new SortOrder(PartnerFilter.APPLIED, false));
        PageRequest page = new PageRequest(Math.min(Math.max(capacity, 1), PageRequest.MAX_LIMIT), null);
        return partners.list(inTier, page).items().size() >= capacity;
    }

    private Optional<Decision<TierReview>> close(
            PartnerId id, ProposalStatus as, String reason, Actor by, Consumer<TierReview> precondition) {
        return reviews.change(id, review -> {
            precondition.accept(review);
            return review.decide(as, reason, by, clock.instant());
        });
    }
}
