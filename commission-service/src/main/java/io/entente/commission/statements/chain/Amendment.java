package io.entente.commission.statements.chain;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.amendments.ServiceChange;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a correction of a deal changed.
 *
 * @param before the deal or the payment before the correction; its revenue is zero if it was outside the engagement
 * @param after the same after it
 * @param earnedBefore what was left of the commission before; null if the line only says how the deal counts
 * @param earnedAfter what is left of it afterwards; null if the line only says how the deal counts
 * @param service what changed about the service that the client bought; null if it didn't change, or if the line only says how the deal
 *     counts. It is not in the ledger, because no commission depends on it
 */
public record Amendment(
        CreditedDeal before,
        CreditedDeal after,
        @Nullable Money earnedBefore,
        @Nullable Money earnedAfter,
        @Nullable ServiceChange service) {}
