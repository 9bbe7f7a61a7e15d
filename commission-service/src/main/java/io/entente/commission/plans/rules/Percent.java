package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import java.util.List;
import org.joda.money.Money;

/** A fixed percentage of the deal's amount. */
public record Percent(Fraction rate) implements EarningRule {

    public static final String CODE = "PERCENT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Fraction> rates() {
        return List.of(rate);
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        return Charge.at(rate, basis, null);
    }
}
