package io.entente.commission.payouts;

import org.joda.money.Money;

/**
 * What a partner could be paid in a currency by a day.
 *
 * @param payable the amount that is payable and not held
 * @param held the amount that would be payable but is held
 * @param owed the amount that the partner owes, to be netted
 * @param begun whether a crash interrupted the payout's allocation, so some of the amount is taken already
 */
public record PayableBalance(Money payable, Money held, Money owed, boolean begun) {

    public PayableBalance(Money payable, Money held, Money owed) {
        this(payable, held, owed, false);
    }

    public Money net() {
        return payable.minus(owed);
    }

    public boolean isNothing() {
        return payable.isZero() && held.isZero() && owed.isZero();
    }
}
