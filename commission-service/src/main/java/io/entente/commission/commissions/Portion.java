package io.entente.commission.commissions;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a commission with its own due date.
 *
 * @param number from 1 within its commission
 * @param amount above zero
 * @param dueOn the day on which it becomes payable, in the program's time zone
 * @param payoutId the payout that pays it; present if allocated or paid
 */
public record Portion(int number, Money amount, LocalDate dueOn, State state, @Nullable String payoutId) {

    /** The state of a portion. */
    public enum State {
        PENDING,
        PAYABLE,
        ALLOCATED,
        PAID,
        /** Set off against what the partner owed back, so it is settled without a payment. */
        NETTED
    }

    public static Portion pending(int number, Money amount, LocalDate dueOn) {
        return new Portion(number, amount, dueOn, State.PENDING, null);
    }

    /** Returns this portion in another state. If a payout failed, the portion returns to an earlier state. */
    public Portion to(State next, @Nullable String payout) {
        return new Portion(number, amount, dueOn, next, payout);
    }

    /** Returns this portion reduced by an amount. */
    public Portion less(Money taken) {
        return new Portion(number, amount.minus(taken), dueOn, state, payoutId);
    }
}
