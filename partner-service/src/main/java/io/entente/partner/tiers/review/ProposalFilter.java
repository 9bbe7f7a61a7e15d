package io.entente.partner.tiers.review;

import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the latest proposals of partners and names their order. What is null selects all.
 *
 * @param statuses one of these; all if there is none
 * @param isPromotion only promotions, or only demotions
 * @param to only proposals to put a partner into this tier
 * @param sort by {@link #PROPOSED}
 */
public record ProposalFilter(
        List<ProposalStatus> statuses,
        @Nullable Boolean isPromotion,
        @Nullable Tier to,
        @Nullable String partnerId,
        SortOrder sort) {

    /** By the day of the proposal. */
    public static final String PROPOSED = "proposed";

    public ProposalFilter {
        statuses = List.copyOf(statuses);
    }
}
