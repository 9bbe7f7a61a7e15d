package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Step.Told;
import org.joda.money.Money;

/**
 * The revenue of a project delivered together, split by contribution; the guide's 60/40 or 50/50.
 *
 * @param share the partner's part, where none was agreed for the deal alone
 */
public record RevenueSplit(Fraction share) implements EarningRule {

    public static final String CODE = "REVENUE_SPLIT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        Fraction agreed = deal.revenueShare();
        Fraction part = agreed == null ? share : agreed;
        return Charge.at(
                part,
                basis,
                Step.later(
                        "REVENUE_SPLIT",
                        () -> Told.of(
                                "The revenue is split, and the partner's part is " + part.percent()
                                        + (agreed == null ? ", as the plan says." : ", as agreed for this deal."),
                                "share",
                                part.toString(),
                                "agreedFor",
                                agreed == null ? "plan" : "deal")));
    }
}
