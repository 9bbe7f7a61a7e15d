package io.entente.commission.plans.pricing;

import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Outcome.Reason;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal priced before, as it stands now.
 *
 * @param deal on a retainer with all that was paid and priced so far as its basis
 * @param credit which of the deal's credits is the partner's
 * @param pricedBy the plan version on record for it; absent where none was in force
 * @param nothingBecause why it earned nothing; absent where it earned something
 * @param earned what the partner has of it, adjustments included, clawbacks not; zero where it earned nothing
 */
public record EarlierDeal(
        PricedDeal deal, int credit, @Nullable PlanRef pricedBy, @Nullable Reason nothingBecause, Money earned) {

    /** Whether a higher rate can change it: not where its term had ended, or it was never to earn anything. */
    boolean open() {
        return pricedBy != null
                && (nothingBecause == null
                        || nothingBecause == Reason.NO_RULE_MATCHED
                        || nothingBecause == Reason.AMOUNT_ROUNDS_TO_ZERO);
    }
}
