package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import org.joda.money.Money;

/** Referrals for referrals: the deal is on record, and no cash is due. */
public record Reciprocal() implements EarningRule {

    public static final String CODE = "RECIPROCAL";

    @Override
    public String code() {
        return CODE;
    }

    /** Never asked: pricing ends where the plan is reciprocal. */
    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        return Charge.none(null);
    }

    @Override
    public boolean proportional() {
        return false;
    }
}
