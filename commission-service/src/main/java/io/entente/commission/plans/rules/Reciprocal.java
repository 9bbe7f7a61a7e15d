package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import org.joda.money.Money;

/** Pays referrals with referrals. The deal is recorded, but no cash is due. */
public record Reciprocal() implements EarningRule {

    public static final String CODE = "RECIPROCAL";

    @Override
    public String code() {
        return CODE;
    }

    /** Never called, because pricing ends before if the plan is reciprocal. */
    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        return Charge.none(null);
    }

    @Override
    public boolean proportional() {
        return false;
    }
}
