package io.entente.commission.accrual.retainers;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a fact of a retainer does to its payments.
 *
 * @param number position of the fact in the deal's file, from 1
 * @param moved the payments of which the firm keeps more or less than before, or less lies below, the latest first; usually one
 * @param kept what the firm keeps of all payments afterwards
 */
public record Effect(int number, DealFact fact, List<Moved> moved, Money kept) {

    public Effect {
        moved = List.copyOf(moved);
    }

    /** @param was the payment before the fact; null if the fact is this payment */
    public record Moved(@Nullable Paid was, Paid is) {}

    /** Whether the fact is a payment, which earns a commission of its own. */
    public boolean isPayment() {
        return fact.kind() == Kind.PAYMENT && !moved.isEmpty();
    }

    /** Returns the payment that this fact is, as it was recorded. */
    public Paid payment() {
        return moved.get(0).is();
    }
}
