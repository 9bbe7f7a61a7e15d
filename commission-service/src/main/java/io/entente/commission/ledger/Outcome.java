package io.entente.commission.ledger;

import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a deal earned a partner. */
public sealed interface Outcome {

    /** How it came about, one plain sentence per step, with every figure. */
    List<String> explanation();

    /**
     * Commission.
     *
     * @param amount above zero, in the deal's currency
     * @param rule the earning rule's name on the wire
     * @param rate where the rule has a single one
     * @param trigger what makes it payable
     */
    record Earned(
            Money amount, PlanRef plan, String rule, @Nullable Fraction rate, Trigger trigger, List<String> explanation)
            implements Outcome {}

    /** Nothing, and why. */
    record NothingDue(Reason reason, List<String> explanation) implements Outcome {}

    /** Why a deal earned nothing. */
    enum Reason {
        /** No plan that applies to the partner was in force on the day the deal closed. */
        NO_PLAN_IN_FORCE,
        /** The commission is less than half of the currency's smallest unit, or the partner's share of it is none. */
        AMOUNT_ROUNDS_TO_ZERO
    }
}
