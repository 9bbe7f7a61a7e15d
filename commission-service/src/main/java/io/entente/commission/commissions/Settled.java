package io.entente.commission.commissions;

import org.joda.money.Money;

/**
 * What the client has paid, was refunded, and what of the deal was undone, as far as a commission has taken account of it.
 *
 * @param facts how many of the deal's facts, in the order in which they were put on record
 * @param basis what the whole is: the deal's amount; for a retainer all its payments so far
 */
public record Settled(int facts, Money basis, Money paid, Money refunded, Money reversed) {

    public static Settled nothing(Money basis) {
        Money zero = Money.zero(basis.getCurrencyUnit());
        return new Settled(0, basis, zero, zero, zero);
    }

    /**
     * How much of the deal is undone. A refund is often the money side of a reversal: the same money is never counted twice,
     * so the greater of the two counts.
     */
    public Money undone() {
        return refunded.isGreaterThan(reversed) ? refunded : reversed;
    }

    /** What the firm has got and kept; never below zero. */
    public Money kept() {
        Money kept = paid.minus(refunded);
        return kept.isNegative() ? Money.zero(kept.getCurrencyUnit()) : kept;
    }
}
