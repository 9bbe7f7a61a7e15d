package io.entente.partner.programhealth;

import io.entente.partner.programcosts.CostCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the program brings and costs in one currency.
 *
 * @param revenue of deals with clients of partners
 * @param deals how many these are
 * @param sent referrals from partners, in any currency
 * @param active partners at the end of the period
 * @param top the partners that bring most, the first one first
 * @param commission what partners have earned
 * @param costs by category
 */
public record Economics(
        Money revenue,
        int deals,
        int sent,
        int active,
        List<PartnerShare> top,
        Money commission,
        Map<CostCategory, Money> costs) {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Economics {
        top = List.copyOf(top);
        costs = Map.copyOf(costs);
    }

    /** What a partner brings. */
    public record PartnerShare(String partnerId, Money revenue) {}

    /** The partners that bring most. */
    static List<PartnerShare> top(Map<String, Money> revenue, int count) {
        return revenue.entrySet().stream()
                .filter(each -> each.getValue().isPositive())
                .map(each -> new PartnerShare(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(PartnerShare::revenue).reversed().thenComparing(PartnerShare::partnerId))
                .limit(count)
                .toList();
    }

    public CurrencyUnit currency() {
        return revenue.getCurrencyUnit();
    }

    /** Commission and all costs. */
    public Money cost() {
        return costs.values().stream().reduce(commission, Money::plus);
    }

    /** How many times its cost the program brings; null if it has cost nothing. */
    public @Nullable BigDecimal returnOnCost() {
        return cost().isPositive()
                ? revenue.getAmount().divide(cost().getAmount(), DECIMALS, RoundingMode.HALF_UP)
                : null;
    }

    /** The share of the revenue that the top partners bring, in per cent; null if there is no revenue. */
    public @Nullable BigDecimal topShare() {
        if (!revenue.isPositive()) {
            return null;
        }
        BigDecimal brought =
                top.stream().map(each -> each.revenue().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return brought.multiply(HUNDRED).divide(revenue.getAmount(), 1, RoundingMode.HALF_UP);
    }

    /** Revenue by deals; null if there was none. */
    public @Nullable Money averageDeal() {
        return by(deals);
    }

    /** Revenue by referrals that partners have sent; null if there was none. */
    public @Nullable Money perReferral() {
        return by(sent);
    }

    /** Revenue by active partners; null if there is none. */
    public @Nullable Money perPartner() {
        return by(active);
    }

    private @Nullable Money by(int count) {
        return count == 0 ? null : revenue.dividedBy(count, RoundingMode.HALF_UP);
    }

    /** The costs by category, those without a cost as well. */
    public Map<CostCategory, Money> allCosts() {
        Map<CostCategory, Money> all = new TreeMap<>(costs);
        for (CostCategory category : CostCategory.values()) {
            all.putIfAbsent(category, Money.zero(currency()));
        }
        return all;
    }
}
