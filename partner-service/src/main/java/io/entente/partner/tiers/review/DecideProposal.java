package io.entente.partner.tiers.review;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.partner.partnership.commands.ChangeTier;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.approval.FourEyes;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides proposals of reviews. */
public final class DecideProposal implements TextsAboutPartners {

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
     * Proposes a promotion that takes two persons, for a person. It is checked as if it were decided now.
     *
     * @param effectiveOn the first day; null for the earliest one that the policy allows
     */
    public Decision<TierReview> ask(
            Partner partner, TierStanding standing, Tier to, @Nullable LocalDate effectiveOn, String reason, Actor by) {
        LocalDate earliest = standing.policy().earliest(standing.tier(), to, standing.until());
        return partner.changeTier(to, effectiveOn == null ? earliest : effectiveOn, reason, by, standing.until())
                .flatMap(checked -> OptimisticRetry.retryOnConflict(
                        () -> reviews.change(partner.id(), review -> review.ask(standing, to, effectiveOn, reason, by))
                                .orElseGet(() -> TierReview.none(partner.id())
                                        .ask(standing, to, effectiveOn, reason, by)
                                        .map(this::added))));
    }

    private TierReview added(Change<TierReview, TierChangeProposed> first) {
        if (!reviews.add(first)) {
            throw new ConcurrentUpdateException("%s got its first proposal meanwhile"
                    .formatted(first.state().partner()));
        }
        return first.state();
    }

    /**
     * Puts the partner into the proposed tier, after its notice. A promotion that takes two persons is open until the second one, who is
     * another person than the first, approves it. The partner changes first: if the service dies in between, approving again
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
        if (proposal.isOpen() && policy().needsTwoPersons(proposal.from(), proposal.to())) {
            if (proposal.agreedBy() == null) {
                return reviews.change(id, each -> each.agree(by));
            }
            if (!FourEyes.allow(proposal.agreedBy(), by.value())) {
                return Optional.of(Decision.rejected(
                        "You have agreed to the promotion already. Another person has to approve it."));
            }
        }
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

    @Override
    public void eraseTexts(PartnerId id) {
        reviews.change(id, review -> Decision.allowed(review.withReason(reason -> null)));
    }

    @Override
    public void redactTexts(PartnerId id, UnaryOperator<String> withoutPerson) {
        reviews.change(id, review -> Decision.allowed(review.withReason(withoutPerson)));
    }

    private Decision<Partner> move(PartnerId id, TierProposal proposal, String reason, Actor by) {
        LocalDate today = today();
        TierPolicy policy = policy();
        Integer capacity = policy.rule(proposal.to()).capacity();
        if (proposal.isPromotion() && capacity != null && isFull(proposal.to(), capacity)) {
            return Decision.rejected("The tier %s has room for %d partners and is full. Move another partner first."
                    .formatted(proposal.to(), capacity));
        }
        LocalDate earliest = policy.earliest(proposal.from(), proposal.to(), today);
        LocalDate asked = proposal.effectiveOn();
        LocalDate from = asked == null || asked.isBefore(earliest) ? earliest : asked;
        return commands.handle(id, new ChangeTier(proposal.to(), from, reason, today), by, partner -> {})
                .orElseThrow();
    }

    private TierPolicy policy() {
        return policies.on(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
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
