package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How a plan turns a deal into commission. */
public sealed interface EarningRule
        permits Percent,
                ByInvolvement,
                Flat,
                VolumeTiers,
                DealSizeTiers,
                LifetimeValueTiers,
                ConversionTiers,
                RevenueSplit,
                Reciprocal {

    /** The rule's name on the wire, {@code PERCENT}. */
    String code();

    /**
     * The commission on a basis, for all partners credited together and exact: rounding is the caller's, once.
     *
     * @param basis all of the deal's, or what of it was priced before
     */
    Charge on(Money basis, PricedDeal deal, History history);

    /** The currency of the rule's own amounts; absent where it has none and prices every currency. */
    default @Nullable CurrencyUnit currency() {
        return null;
    }

    /** Whether reaching a higher band moves earlier deals too. */
    default boolean movesEarlierDeals() {
        return false;
    }

    /** Whether it is in proportion to what is paid: then a retainer earns with each payment, else once, at closing. */
    default boolean proportional() {
        return true;
    }
}
