package io.entente.partner.tiers.policy;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a tier asks of partners, and what it offers.
 *
 * @param capacity the most partners that the firm can care for in this tier; null if there is no limit
 * @param benefits names of what the tier offers, such as {@code DEDICATED_ACCOUNT_MANAGER}
 */
public record TierRule(Tier tier, @Nullable Integer capacity, Criteria criteria, List<String> benefits) {

    public TierRule {
        benefits = List.copyOf(benefits);
    }

    /** The least that the tier asks for. What is null doesn't matter. */
    public record Criteria(
            @Nullable Integer wonDeals,
            @Nullable MoneyJson revenue,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal responsiveness) {}

    /** How far a partner with these figures is with each criterion. */
    public List<CriterionProgress> progress(TierFigures figures) {
        List<CriterionProgress> all = new ArrayList<>();
        if (criteria.wonDeals() != null) {
            all.add(CriterionProgress.of(
                    Criterion.WON_DEALS,
                    new BigDecimal(criteria.wonDeals()),
                    new BigDecimal(figures.wonDeals()),
                    null));
        }
        if (criteria.revenue() != null) {
            Money least = criteria.revenue().toMoney();
            String currency = least.getCurrencyUnit().getCode();
            all.add(CriterionProgress.of(Criterion.REVENUE, least.getAmount(), figures.revenueIn(currency), currency));
        }
        add(all, Criterion.CONVERSION, criteria.conversion(), figures.conversion());
        add(all, Criterion.SATISFACTION, criteria.satisfaction(), figures.satisfaction());
        add(all, Criterion.RESPONSIVENESS, criteria.responsiveness(), figures.responsiveness());
        return all;
    }

    /** Whether a partner with these figures meets every criterion. */
    public boolean isMetBy(TierFigures figures) {
        return progress(figures).stream().allMatch(CriterionProgress::isMet);
    }

    private static void add(
            List<CriterionProgress> all,
            Criterion criterion,
            @Nullable BigDecimal required,
            @Nullable BigDecimal actual) {
        if (required != null) {
            all.add(CriterionProgress.of(criterion, required, actual, null));
        }
    }
}
