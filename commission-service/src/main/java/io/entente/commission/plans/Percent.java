package io.entente.commission.plans;

import org.joda.money.Money;

/** A part of the deal's amount. */
public record Percent(Fraction rate) implements EarningRule {

    public static final String CODE = "PERCENT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        return Charge.at(rate, basis, null);
    }
}
