package io.entente.commission.commissions;

import org.joda.money.Money;

/**
 * What the client has paid and was refunded, and how much of the deal was reversed, as far as a commission has
 * settled it.
 *
 * @param facts number of the deal's facts that are settled, in the order in which they were recorded
 * @param basis the whole amount: that of the deal or, for a retainer, of all its payments so far
 */
public record Settled(int facts, Money basis, Money paid, Money refunded, Money reversed) {

    public static Settled nothing(Money basis) {
        Money zero = Money.zero(basis.getCurrencyUnit());
        return new Settled(0, basis, zero, zero, zero);
    }

    /** Returns the same facts for a deal whose amount was corrected. */
    public Settled on(Money corrected) {
        return new Settled(facts, corrected, paid, refunded, reversed);
    }

    /**
     * How much of the deal is undone. A refund and a reversal often concern the same money, so the greater amount
     * counts and not their sum.
     */
    public Money undone() {
        return refunded.isGreaterThan(reversed) ? refunded : reversed;
    }

    /** What the client has paid less what it was refunded; never below zero. */
    public Money kept() {
        Money kept = paid.minus(refunded);
        return kept.isNegative() ? Money.zero(kept.getCurrencyUnit()) : kept;
    }
}
