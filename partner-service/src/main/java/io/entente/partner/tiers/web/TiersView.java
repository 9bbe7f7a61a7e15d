package io.entente.partner.tiers.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a partner in the API.
 *
 * @param version of the partner
 * @param tier the tier of today
 * @param next the change that is decided for a later day; absent if there is none
 * @param history by day, the oldest first, with the next change
 */
record TiersView(String partnerId, long version, Tier tier, @Nullable PeriodView next, List<PeriodView> history) {

    static TiersView of(Partner partner, LocalDate today) {
        return new TiersView(
                partner.id().value(),
                partner.version(),
                partner.tiers().on(today),
                partner.tiers().pending(today).map(PeriodView::of).orElse(null),
                partner.tiers().periods().stream().map(PeriodView::of).toList());
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
