package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns a deal into commission. To add a rule, add a record that this interface permits, and register it in the two adapters:
 * {@code plans.web.RuleForm} and {@code plans.mongo.RuleFormat}. A test fails if one of them lacks a rule.
 */
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

    /** The rule's name on the wire, such as {@code PERCENT}. */
    String code();

    /**
     * Calculates the exact commission on a basis, for all credited partners together. The caller rounds, once.
     *
     * @param basis the deal's whole amount, or the part of it that is priced
     */
    Charge on(Money basis, PricedDeal deal, History history);

    /** The rates that the rule can apply; empty if it has none. */
    default List<Fraction> rates() {
        return List.of();
    }

    /** The currency of the rule's own amounts; null if it has none and prices every currency. */
    default @Nullable CurrencyUnit currency() {
        return null;
    }

    /** Whether a higher band also changes the commission of earlier deals. */
    default boolean movesEarlierDeals() {
        return false;
    }

    /** Whether commission is proportional to payments. If so, a retainer earns with each payment, otherwise once at closing. */
    default boolean proportional() {
        return true;
    }
}
