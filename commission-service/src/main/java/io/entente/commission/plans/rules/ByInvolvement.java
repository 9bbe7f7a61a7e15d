package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Step.Wording;
import java.util.List;
import org.joda.money.Money;

/**
 * A rate that depends on how much of the selling the partner did. The guide: passive 5-10 %, standard 10-15 %, active 20-25
 * %.
 */
public record ByInvolvement(Fraction passive, Fraction standard, Fraction active) implements EarningRule {

    public static final String CODE = "BY_INVOLVEMENT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Fraction> rates() {
        return List.of(passive, standard, active);
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        Involvement involvement = deal.involvement();
        Fraction rate = rateOf(involvement);
        return Charge.at(
                rate,
                basis,
                Step.lazy(
                        "INVOLVEMENT",
                        () -> Wording.of(
                                "Involvement " + involvement + " earns " + rate.percent() + ".",
                                "involvement",
                                involvement.name(),
                                "rate",
                                rate.toString())));
    }

    public Fraction rateOf(Involvement involvement) {
        return switch (involvement) {
            case PASSIVE -> passive;
            case STANDARD -> standard;
            case ACTIVE -> active;
        };
    }
}
