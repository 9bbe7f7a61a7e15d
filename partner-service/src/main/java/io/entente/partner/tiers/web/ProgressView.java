package io.entente.partner.tiers.web;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.policy.Criterion;
import io.entente.partner.tiers.policy.CriterionProgress;
import io.entente.partner.tiers.policy.TierRule;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands on its way through the tiers.
 *
 * @param tier the tier of today
 * @param reached the highest tier whose criteria the partner meets
 * @param from the first day that counts
 * @param until the last day that counts
 * @param present what the tier of today asks for
 * @param next what the next higher tier asks for; absent in the highest one
 */
record ProgressView(
        String partnerId,
        Tier tier,
        Tier reached,
        LocalDate from,
        LocalDate until,
        FiguresView figures,
        TierView present,
        @Nullable TierView next,
        long policyVersion) {

    static ProgressView of(String partnerId, TierStanding standing) {
        return new ProgressView(
                partnerId,
                standing.tier(),
                standing.reached(),
                standing.from(),
                standing.until(),
                FiguresView.of(standing.figures()),
                TierView.of(standing.policy().rule(standing.tier()), standing.figures()),
                standing.policy()
                        .above(standing.tier())
                        .map(rule -> TierView.of(rule, standing.figures()))
                        .orElse(null),
                standing.policy().version());
    }

    /**
     * What a tier asks for and offers.
     *
     * @param capacity the most partners of the tier; absent if there is no limit
     */
    record TierView(Tier tier, List<TierCriterionView> criteria, List<String> benefits, @Nullable Integer capacity) {

        static TierView of(TierRule rule, TierFigures figures) {
            return new TierView(
                    rule.tier(),
                    rule.progress(figures).stream().map(TierCriterionView::of).toList(),
                    rule.benefits(),
                    rule.capacity());
        }
    }

    /**
     * How far the partner is with one criterion.
     *
     * @param actual absent if nothing was measured, which isn't held against the partner
     */
    record TierCriterionView(
            Criterion criterion,
            BigDecimal required,
            @Nullable BigDecimal actual,
            @Nullable String currency,
            boolean met) {

        static TierCriterionView of(CriterionProgress progress) {
            return new TierCriterionView(
                    progress.criterion(),
                    progress.required(),
                    progress.actual(),
                    progress.currency(),
                    progress.isMet());
        }
    }

    /**
     * What the partner has achieved.
     *
     * @param conversion the share of the decided referrals that were won, in per cent; absent if none was decided
     * @param satisfaction the average rating from 0 to 10; absent if nobody has rated
     * @param responsiveness the share of the promises to follow up that were kept, in per cent; absent if none was due
     */
    record FiguresView(
            int wonDeals,
            List<MoneyJson> revenue,
            int wonReferrals,
            int lostReferrals,
            @Nullable BigDecimal conversion,
            int ratings,
            @Nullable BigDecimal satisfaction,
            int keptPromises,
            int brokenPromises,
            @Nullable BigDecimal responsiveness) {

        static FiguresView of(TierFigures figures) {
            return new FiguresView(
                    figures.wonDeals(),
                    figures.revenue().values().stream()
                            .map(MoneyJson::of)
                            .sorted(Comparator.comparing(MoneyJson::currency))
                            .toList(),
                    figures.wonReferrals(),
                    figures.lostReferrals(),
                    figures.conversion(),
                    figures.ratings(),
                    figures.satisfaction(),
                    figures.kept(),
                    figures.broken(),
                    figures.responsiveness());
        }
    }
}
