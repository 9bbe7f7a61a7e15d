package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The same amount for every deal, as the guide recommends for low-ticket services. A retainer earns it once, at closing.
 */
public record Flat(Money amount) implements EarningRule {

    public static final String CODE = "FLAT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        return Charge.fixed(amount);
    }

    @Override
    public CurrencyUnit currency() {
        return amount.getCurrencyUnit();
    }

    @Override
    public boolean proportional() {
        return false;
    }
}
