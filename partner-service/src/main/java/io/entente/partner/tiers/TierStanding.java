package io.entente.partner.tiers;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.policy.TierPolicy;
import java.time.LocalDate;

/**
 * Where a partner stands under a policy.
 *
 * @param tier of the day
 * @param from the first day that counts
 * @param until the last day that counts
 */
public record TierStanding(Tier tier, LocalDate from, LocalDate until, TierFigures figures, TierPolicy policy) {

    /** The standing on a day. */
    public static TierStanding of(Partner partner, LocalDate day, TierPolicy policy, PartnerFacts facts) {
        LocalDate from = policy.windowStart(day);
        TierFigures figures = TierFigures.of(facts.between(partner.id().value(), from, day));
        return new TierStanding(partner.tiers().on(day), from, day, figures, policy);
    }

    /** The highest tier whose criteria the partner meets. */
    public Tier reached() {
        return policy.reachedBy(figures);
    }
}
