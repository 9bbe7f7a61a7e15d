package io.entente.partner.tiers.figures;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner has achieved in the window of the policy. What the firm refers to a partner counts by its promises and ratings only.
 *
 * @param wonDeals deals of which something is left after reversals
 * @param revenue the partner's shares of them, by currency
 * @param wonReferrals referrals with such a deal
 * @param lostReferrals referrals that ended without one
 * @param ratings the number of ratings by clients
 * @param ratingSum the sum of the ratings, each from 0 to 10
 * @param kept promises to follow up that the partner has kept
 * @param broken promises to follow up that it has not kept
 */
public record TierFigures(
        int wonDeals,
        Map<String, Money> revenue,
        int wonReferrals,
        int lostReferrals,
        int ratings,
        int ratingSum,
        int kept,
        int broken) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public TierFigures {
        revenue = Map.copyOf(revenue);
    }

    /** The figures of these facts. */
    public static TierFigures of(List<PartnerFact> facts) {
        Map<String, Money> revenue = new TreeMap<>();
        Set<String> won = new HashSet<>();
        int deals = 0;
        for (PartnerFact fact : facts) {
            Money kept = fact.kept();
            if (kept != null && fact.flow() == Flow.TO_FIRM) {
                deals++;
                won.add(fact.referralId());
                revenue.merge(kept.getCurrencyUnit().getCode(), kept, Money::plus);
            }
        }
        List<Integer> ratings = facts.stream()
                .filter(fact -> fact.kind() == Kind.RATED)
                .flatMap(fact -> Stream.ofNullable(fact.rating()))
                .toList();
        return new TierFigures(
                deals,
                revenue,
                won.size(),
                (int) facts.stream()
                        .filter(fact -> fact.kind() == Kind.LOST
                                && fact.flow() == Flow.TO_FIRM
                                && !won.contains(fact.referralId()))
                        .count(),
                ratings.size(),
                ratings.stream().mapToInt(Integer::intValue).sum(),
                count(facts, Kind.KEPT),
                count(facts, Kind.BROKEN));
    }

    /** The revenue in a currency. */
    public BigDecimal revenueIn(String currency) {
        Money sum = revenue.get(currency);
        return sum == null ? BigDecimal.ZERO : sum.getAmount();
    }

    /** The share of the decided referrals that were won, in per cent; null if none was decided. */
    public @Nullable BigDecimal conversion() {
        return percent(wonReferrals, lostReferrals);
    }

    /** The average rating, from 0 to 10; null if nobody has rated. */
    public @Nullable BigDecimal satisfaction() {
        return ratings == 0 ? null : new BigDecimal(ratingSum).divide(new BigDecimal(ratings), 1, RoundingMode.HALF_UP);
    }

    /** The share of the promises that were kept, in per cent; null if none was due. */
    public @Nullable BigDecimal responsiveness() {
        return percent(kept, broken);
    }

    private static @Nullable BigDecimal percent(int good, int bad) {
        return good + bad == 0
                ? null
                : new BigDecimal(good).multiply(HUNDRED).divide(new BigDecimal(good + bad), 1, RoundingMode.HALF_UP);
    }

    private static int count(List<PartnerFact> facts, Kind kind) {
        return (int) facts.stream().filter(fact -> fact.kind() == kind).count();
    }
}
