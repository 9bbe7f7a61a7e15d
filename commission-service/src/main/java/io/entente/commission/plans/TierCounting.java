package io.entente.commission.plans;

import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a deal counts for the tiers by the number of deals in a year. The guide counts every deal as one. A plan can
 * leave out small deals, so that crumbs don't take a partner into a higher tier, and count a co-sold deal by the
 * partner's share.
 *
 * @param smallestDeal deals below this amount don't count; null if every deal counts
 * @param byShare whether a deal counts by the share of the credited partner; otherwise it counts as one for each
 */
public record TierCounting(@Nullable Money smallestDeal, boolean byShare) {

    /** Every deal counts as one, as in the guide. */
    public static final TierCounting PLAIN = new TierCounting(null, false);

    public TierCounting {
        if (smallestDeal != null && !smallestDeal.isPositive()) {
            throw new IllegalArgumentException("The smallest deal must be above zero, but it is " + smallestDeal);
        }
    }

    /** Returns by how much a deal counts, from 0 to 1. */
    public Fraction weight(Money amount, Fraction share) {
        if (isTooSmall(amount)) {
            return new Fraction(BigDecimal.ZERO);
        }
        return byShare ? share : Fraction.WHOLE;
    }

    /** Whether a deal is too small to count. Amounts in other currencies can't be compared, so they count. */
    public boolean isTooSmall(Money amount) {
        return smallestDeal != null && amount.isSameCurrency(smallestDeal) && amount.isLessThan(smallestDeal);
    }

    /** The currency of the smallest deal; null if there is none. */
    public @Nullable CurrencyUnit currency() {
        return smallestDeal == null ? null : smallestDeal.getCurrencyUnit();
    }
}
