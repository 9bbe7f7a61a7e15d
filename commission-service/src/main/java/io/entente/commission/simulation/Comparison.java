package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import org.joda.money.Money;

/**
 * What a partner earned in a period, and what it would have earned under a draft plan, in one currency.
 *
 * @param deals closed in the period, including payments on retainers
 * @param repriced those of them that the draft would have priced; the others count with what they earned
 * @param accrued what is left of it by now: with what tiers and corrections changed later, less what reversals, refunds, voids and refused
 *     self-referrals took from it, without adjustments by people
 * @param simulated the same under the draft, on the money that the firm keeps. If a part of a payment on a retainer is not kept, the same part
 *     of what the payment would earn is taken off
 */
public record Comparison(PartnerId partnerId, long deals, long repriced, Money accrued, Money simulated) {

    public Money difference() {
        return simulated.minus(accrued);
    }
}
