package io.entente.commission.plans;

import io.entente.commission.plans.rules.EarningRule;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One version of a commission plan: what the firm pays some of its partners during a period. A deal is priced by the
 * version that is in force on the day it closes, and its commission names this version for good. A version that may have
 * priced a deal is therefore never changed, except for the day on which it ends.
 *
 * @param code the plan's name in the API and on every commission that it priced; lower case
 * @param version 1 for a new plan, increased by one with each new version
 * @param term for how long the deals of a referral earn commission
 * @param counting how a deal counts for tiers by the number of deals
 */
public record CommissionPlan(
        String code,
        long version,
        String name,
        Period period,
        Audience appliesTo,
        EarningRule rule,
        Term term,
        PaymentTerms terms,
        Limits limits,
        TierCounting counting) {

    public CommissionPlan {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(term, "term");
        CurrencyUnit ofRule = rule.currency();
        CurrencyUnit ofLimits = limits.currency() == null ? counting.currency() : limits.currency();
        CurrencyUnit ofCounting = counting.currency();
        if (ofCounting != null && !ofCounting.equals(ofLimits)) {
            throw new IllegalArgumentException(
                    "The limits are in %s, but the smallest deal is in %s".formatted(ofLimits, ofCounting));
        }
        if (ofRule != null && ofLimits != null && !ofRule.equals(ofLimits)) {
            throw new IllegalArgumentException(
                    "The rule is in %s, but the limits are in %s".formatted(ofRule, ofLimits));
        }
    }

    /** Creates a plan that counts every deal as one. */
    public CommissionPlan(
            String code,
            long version,
            String name,
            Period period,
            Audience appliesTo,
            EarningRule rule,
            Term term,
            PaymentTerms terms,
            Limits limits) {
        this(code, version, name, period, appliesTo, rule, term, terms, limits, TierCounting.PLAIN);
    }

    public PlanRef ref() {
        return new PlanRef(code, version);
    }

    /** The currency of the deals that the plan prices; null if it prices deals in every currency. */
    public @Nullable CurrencyUnit currency() {
        CurrencyUnit ofRule = rule.currency();
        CurrencyUnit ofLimits = limits.currency() == null ? counting.currency() : limits.currency();
        return ofRule == null ? ofLimits : ofRule;
    }

    /**
     * Whether both plans could price the same deal. Plans of different specificity never compete, because the more specific
     * one prices the deal.
     */
    public boolean competesWith(CommissionPlan other) {
        return appliesTo.specificity() == other.appliesTo.specificity()
                && appliesTo.intersects(other.appliesTo)
                && period.intersects(other.period);
    }

    public CommissionPlan withVersion(long number) {
        return new CommissionPlan(code, number, name, period, appliesTo, rule, term, terms, limits, counting);
    }

    /** The same plan without a most that it pays in a year. */
    public CommissionPlan withoutYearlyCap() {
        Limits others = new Limits(limits.perDeal(), null, limits.floor());
        return new CommissionPlan(code, version, name, period, appliesTo, rule, term, terms, others, counting);
    }

    /** The same plan with another period. */
    public CommissionPlan during(Period other) {
        return new CommissionPlan(code, version, name, other, appliesTo, rule, term, terms, limits, counting);
    }
}
