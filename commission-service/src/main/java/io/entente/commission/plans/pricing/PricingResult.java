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

/** The result of pricing a deal for one partner. */
public sealed interface PricingResult {

    /** The steps of pricing, in order. */
    List<Step> steps();

    /** The version of the plan that priced the deal; null if no plan was in force. */
    @Nullable
    PlanRef plan();

    /** The same outcome with one more step. */
    PricingResult explainedFurther(Step step);

    /** The steps as sentences that contain every figure. */
    default List<String> explanation() {
        return steps().stream().map(Step::sentence).toList();
    }

    /**
     * The deal earned commission.
     *
     * @param amount above zero, in the deal's currency
     * @param rule the code of the earning rule
     * @param rate null if the rule applied no rate or several rates
     * @param terms when the commission becomes payable
     */
    record Earned(
            Money amount, PlanRef plan, String rule, @Nullable Fraction rate, PaymentTerms terms, List<Step> steps)
            implements PricingResult {

        public Trigger trigger() {
            return terms.trigger();
        }

        @Override
        public Earned explainedFurther(Step step) {
            return new Earned(amount, plan, rule, rate, terms, with(steps, step));
        }
    }

    /**
     * The deal earned nothing.
     *
     * @param plan null if no plan was in force
     */
    record NothingDue(Reason reason, @Nullable PlanRef plan, List<Step> steps) implements PricingResult {

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
        /** The plan's rule has no rate, because the deal or the partner is below the first band. */
        NO_RULE_MATCHED,
        /** The plan pays only for the first project or the first year, which is over. */
        TERM_ENDED,
        /** The plan pays in referrals, not in cash. The deal is only recorded. */
        RECIPROCITY_ONLY,
        /** The firm referred the client to the partner; commission goes the other way. */
        REFERRED_BY_FIRM,
        /** The plan's amounts are in another currency than the deal, and amounts are never converted. */
        CURRENCY_DIFFERS,
        /** The partner has already earned the most that the plan pays in a year. */
        YEARLY_CAP_REACHED,
        /** The deal is a retainer, so the client's payments earn commission instead of the closing. */
        ACCRUES_ON_PAYMENT,
        /** The client of a retainer paid on a day outside the engagement. */
        OUTSIDE_ENGAGEMENT,
        /** The client is the partner itself, and a person has refused the commission of the deal. */
        SELF_REFERRAL_REFUSED,
        /** The commission, or the partner's share of it, rounds to zero in the currency's smallest unit. */
        AMOUNT_ROUNDS_TO_ZERO
    }
}
