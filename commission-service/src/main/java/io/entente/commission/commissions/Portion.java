package io.entente.commission.commissions;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a commission on its way to the partner.
 *
 * @param number from 1 within its commission
 * @param amount above zero
 * @param dueOn the day on which it becomes payable, in the program's time zone
 * @param payoutId what pays it; present where allocated or paid
 */
public record Portion(int number, Money amount, LocalDate dueOn, State state, @Nullable String payoutId) {

    /** How far it is. */
    public enum State {
        PENDING,
        PAYABLE,
        ALLOCATED,
        PAID
    }

    public static Portion pending(int number, Money amount, LocalDate dueOn) {
        return new Portion(number, amount, dueOn, State.PENDING, null);
    }

    /** The same, further on or, where a payout failed, back. */
    public Portion to(State next, @Nullable String payout) {
        return new Portion(number, amount, dueOn, next, payout);
    }

    /** The same with less in it. */
    public Portion less(Money taken) {
        return new Portion(number, amount.minus(taken), dueOn, state, payoutId);
    }
}
