package io.entente.commission.plans.inputs;

import java.time.Period;
import org.joda.money.Money;

/** A history with given values. */
public record KnownHistory(
        long dealsThisYear, Money clientRevenue, ReferralDeals referral, Conversion conversion, Money earnedThisYear)
        implements History {

    @Override
    public Conversion conversion(Period window) {
        return conversion;
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return earnedThisYear;
    }
}
