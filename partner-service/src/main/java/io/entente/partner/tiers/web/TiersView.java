package io.entente.partner.tiers.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import io.entente.partner.tiers.review.TierProposal;
import io.entente.partner.tiers.review.TierReview;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a partner in the API.
 *
 * @param version of the partner
 * @param tier the tier of today
 * @param next the change that is decided for a later day; absent if there is none
 * @param proposed the tier that is proposed and waits for a second person; only in the answer to who has proposed it
 * @param history by day, the oldest first, with the next change
 */
record TiersView(
        String partnerId,
        long version,
        Tier tier,
        @Nullable PeriodView next,
        @Nullable Tier proposed,
        List<PeriodView> history) {

    static TiersView of(Partner partner, LocalDate today) {
        return new TiersView(
                partner.id().value(),
                partner.version(),
                partner.tiers().on(today),
                partner.tiers().pending(today).map(PeriodView::of).orElse(null),
                null,
                partner.tiers().periods().stream().map(PeriodView::of).toList());
    }

    /** The same with the tier that was just proposed. */
    TiersView proposing(TierReview review) {
        TierProposal asked = Objects.requireNonNull(review.proposal(), "proposal");
        return new TiersView(partnerId, version, tier, next, asked.to(), history);
    }

    /**
     * A tier until the next one begins.
     *
     * @param effectiveOn its first day; absent if it is the tier that the partner began with
     */
    record PeriodView(Tier tier, @Nullable LocalDate effectiveOn) {

        static PeriodView of(TierPeriod period) {
            return new PeriodView(period.tier(), period.effectiveOn());
        }
    }
}
