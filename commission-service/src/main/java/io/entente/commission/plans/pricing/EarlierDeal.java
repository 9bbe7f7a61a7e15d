package io.entente.commission.plans.pricing;

import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal that was priced before, with what it has earned so far.
 *
 * @param deal for a retainer, with everything that was paid and priced so far as its basis
 * @param credit the index of the partner's credit in the deal
 * @param pricedBy the version of the plan that priced it; null if no plan was in force
 * @param nothingBecause why it earned nothing; null if it earned something
 * @param earned what the partner earned from it, including adjustments but not clawbacks; zero if it earned nothing
 */
public record EarlierDeal(
        PricedDeal deal, int credit, @Nullable PlanRef pricedBy, @Nullable Reason nothingBecause, Money earned) {

    /** Whether a higher rate can change it. It can't if the term had ended or the plan never pays for such a deal. */
    boolean open() {
        return pricedBy != null
                && (nothingBecause == null
                        || nothingBecause == Reason.NO_RULE_MATCHED
                        || nothingBecause == Reason.AMOUNT_ROUNDS_TO_ZERO);
    }
}
