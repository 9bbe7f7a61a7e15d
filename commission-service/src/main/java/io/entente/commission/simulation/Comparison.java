package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import org.joda.money.Money;

/**
 * What a partner earned in a period, and what it would have earned under a draft plan, in one currency.
 *
 * @param deals closed in the period, including payments on retainers
 * @param repriced those of them that the draft would have priced; the others count with what they earned
 * @param accrued with what tiers and corrections changed later, but without adjustments by people, and without what reversals, refunds and
 *     voids took from the commission
 * @param simulated the same under the draft
 */
public record Comparison(PartnerId partnerId, long deals, long repriced, Money accrued, Money simulated) {

    public Money difference() {
        return simulated.minus(accrued);
    }
}
