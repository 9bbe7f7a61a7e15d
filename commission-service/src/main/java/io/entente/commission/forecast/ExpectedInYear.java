package io.entente.commission.forecast;

import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;

/**
 * What the open referrals of a partner are expected to earn under plans with a cap per year. A referral gets at most what the
 * ones before it leave, so a forecast never adds up to more than the plan can pay. Used for one forecast.
 */
final class ExpectedInYear {

    private record Year(String plan, int year, String currency) {}

    private final Map<Year, Money> expected = new HashMap<>();

    /**
     * Returns what is left for a referral, and counts it.
     *
     * @param left what the cap leaves after what is earned already
     * @param amount what the referral is expected to earn
     */
    Money within(String plan, int year, Money left, Money amount) {
        Year key = new Year(plan, year, amount.getCurrencyUnit().getCode());
        Money before = expected.getOrDefault(key, Money.zero(amount.getCurrencyUnit()));
        Money free = left.isGreaterThan(before) ? left.minus(before) : Money.zero(amount.getCurrencyUnit());
        Money within = amount.isGreaterThan(free) ? free : amount;
        expected.put(key, before.plus(within));
        return within;
    }
}
