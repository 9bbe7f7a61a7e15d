package io.entente.commission.plans.pricing;

import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a deal earned a partner. */
public sealed interface Outcome {

    /** How it came about, step by step. */
    List<Step> steps();

    /** With one more step. */
    Outcome explainedFurther(Step step);

    /** The steps as plain sentences, with every figure. */
    default List<String> explanation() {
        return steps().stream().map(Step::sentence).toList();
    }

    /**
     * Commission.
     *
     * @param amount above zero, in the deal's currency
     * @param rule the earning rule's name on the wire
     * @param rate where the rule has a single one
     * @param terms what makes it payable, and when
     */
    record Earned(
            Money amount, PlanRef plan, String rule, @Nullable Fraction rate, PaymentTerms terms, List<Step> steps)
            implements Outcome {

        public Trigger trigger() {
            return terms.trigger();
        }

        @Override
        public Earned explainedFurther(Step step) {
            return new Earned(amount, plan, rule, rate, terms, with(steps, step));
        }
    }

    /**
     * Nothing, and why.
     *
     * @param plan absent where none was in force
     */
    record NothingDue(Reason reason, @Nullable PlanRef plan, List<Step> steps) implements Outcome {

        @Override
        public NothingDue explainedFurther(Step step) {
            return new NothingDue(reason, plan, with(steps, step));
        }
    }

    private static List<Step> with(List<Step> steps, Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return List.copyOf(all);
    }

    /** Why a deal earned nothing. */
    enum Reason {
        /** No plan that applies to the partner was in force on the day the deal closed. */
        NO_PLAN_IN_FORCE,
        /** The plan's rule has no rate for this: the deal, or the partner, is below its first band. */
        NO_RULE_MATCHED,
        /** The plan pays on the first project, or the first year, and that is over. */
        TERM_ENDED,
        /** The partner is paid in referrals, not in cash: the deal is on record. */
        RECIPROCITY_ONLY,
        /** The firm referred the client to the partner; commission goes the other way. */
        REFERRED_BY_FIRM,
        /** The plan's amounts are in another currency than the deal's, and nothing is ever converted. */
        CURRENCY_DIFFERS,
        /** The partner has earned what the plan pays at most in a year. */
        YEARLY_CAP_REACHED,
        /** A retainer: each payment of the client earns commission, not the closing. */
        ACCRUES_ON_PAYMENT,
        /** The commission is less than half of the currency's smallest unit, or the partner's share of it is none. */
        AMOUNT_ROUNDS_TO_ZERO
    }
}
