package io.entente.partner.tiers.review;

import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;

/** Stores reviews that have proposed something, and publishes their events. */
public interface TierReviews {

    Optional<TierReview> find(PartnerId partner);

    /** A page of the reviews that a filter selects, in its order. */
    Page<TierReview> list(ProposalFilter filter, PageRequest page);

    /** Stores a first proposal. Returns false if another instance was faster. */
    boolean add(Change<TierReview, TierChangeProposed> first);

    /**
     * Lets a review decide, and stores and publishes what it decided.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if nothing was ever proposed for the partner
     */
    Optional<Decision<TierReview>> change(
            PartnerId partner, Function<TierReview, Decision<Change<TierReview, TierChangeProposed>>> decide);
}
