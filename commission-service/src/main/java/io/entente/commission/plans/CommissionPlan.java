package io.entente.commission.plans;

import io.entente.commission.plans.rules.EarningRule;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the firm pays some of its partners for some time. A deal is priced by the version in force on the day it closed, and
 * names it for good: a version that may have priced something is never changed but for the day on which it ends.
 *
 * @param code the plan's name in the API and on every commission it priced; lower case
 * @param version 1, and one more with each new version of the same plan
 * @param term for how long a referral earns
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
        Limits limits) {

    public CommissionPlan {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(term, "term");
        CurrencyUnit ofRule = rule.currency();
        CurrencyUnit ofLimits = limits.currency();
        if (ofRule != null && ofLimits != null && !ofRule.equals(ofLimits)) {
            throw new IllegalArgumentException("a rule in %s with limits in %s".formatted(ofRule, ofLimits));
        }
    }

    public PlanRef ref() {
        return new PlanRef(code, version);
    }

    /** The one currency that it prices; absent where it prices every currency. */
    public @Nullable CurrencyUnit currency() {
        CurrencyUnit ofRule = rule.currency();
        return ofRule == null ? limits.currency() : ofRule;
    }

    /**
     * Whether a deal could be priced by either. Plans of different specificity never compete: the narrower one prices.
     */
    public boolean competesWith(CommissionPlan other) {
        return appliesTo.specificity() == other.appliesTo.specificity()
                && appliesTo.intersects(other.appliesTo)
                && period.intersects(other.period);
    }

    public CommissionPlan withVersion(long number) {
        return new CommissionPlan(code, number, name, period, appliesTo, rule, term, terms, limits);
    }

    /** The same for other days. */
    public CommissionPlan during(Period other) {
        return new CommissionPlan(code, version, name, other, appliesTo, rule, term, terms, limits);
    }
}
