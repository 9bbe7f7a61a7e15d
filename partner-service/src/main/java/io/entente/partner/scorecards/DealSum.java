package io.entente.partner.scorecards;

import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * Deals in one currency.
 *
 * @param deals how many, without those of which nothing is left
 * @param sum the partner's shares of them, less what was reversed
 */
public record DealSum(int deals, Money sum) {

    public DealSum plus(DealSum other) {
        return new DealSum(deals + other.deals, sum.plus(other.sum));
    }

    /** The average of the deals. */
    public Money average() {
        return sum.dividedBy(deals, RoundingMode.HALF_UP);
    }
}
