package io.entente.commission.statements.chain;

import io.entente.commission.deals.CreditedDeal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a correction of a deal changed.
 *
 * @param before the deal or the payment before the correction; its revenue is zero if it was outside the engagement
 * @param after the same after it
 * @param earnedBefore what was left of the commission before; null if the line only says how the deal counts
 * @param earnedAfter what is left of it afterwards; null if the line only says how the deal counts
 */
public record Amendment(
        CreditedDeal before, CreditedDeal after, @Nullable Money earnedBefore, @Nullable Money earnedAfter) {}
