package io.entente.commission.payouts;

import org.joda.money.Money;

/**
 * What a partner could be paid in a currency by a day.
 *
 * @param payable the amount that is payable and not held
 * @param held the amount that would be payable but is held
 * @param owed the amount that the partner owes, to be netted
 */
public record PayableBalance(Money payable, Money held, Money owed) {

    public Money net() {
        return payable.minus(owed);
    }

    public boolean isNothing() {
        return payable.isZero() && held.isZero() && owed.isZero();
    }
}
