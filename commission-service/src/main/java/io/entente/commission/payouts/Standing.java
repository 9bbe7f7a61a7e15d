package io.entente.commission.payouts;

import org.joda.money.Money;

/**
 * What a partner could be paid in a currency by a day.
 *
 * @param payable and not kept back
 * @param held payable by its day, but kept back
 * @param owed by the partner, to be netted
 */
public record Standing(Money payable, Money held, Money owed) {

    public Money net() {
        return payable.minus(owed);
    }

    public boolean isNothing() {
        return payable.isZero() && held.isZero() && owed.isZero();
    }
}
