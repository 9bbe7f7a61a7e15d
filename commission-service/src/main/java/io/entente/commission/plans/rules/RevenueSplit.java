package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Step.Wording;
import java.util.List;
import org.joda.money.Money;

/**
 * Splits the revenue of a joint project by contribution, such as 60/40 or 50/50 in the guide.
 *
 * @param share the partner's part if none was agreed for the deal
 */
public record RevenueSplit(Fraction share) implements EarningRule {

    public static final String CODE = "REVENUE_SPLIT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Fraction> rates() {
        return List.of(share);
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        Fraction agreed = deal.revenueShare();
        Fraction part = agreed == null ? share : agreed;
        return Charge.at(
                part,
                basis,
                Step.lazy(
                        "REVENUE_SPLIT",
                        () -> Wording.of(
                                "The revenue is split, and the partner's part is " + part.percent()
                                        + (agreed == null ? ", as the plan says." : ", as agreed for this deal."),
                                "share",
                                part.toString(),
                                "agreedFor",
                                agreed == null ? "plan" : "deal")));
    }
}
