package io.entente.commission.plans;

/**
 * What the firm pays some of its partners for some time. A deal is priced by the plan in force on the day it closed.
 *
 * @param code the plan's name in the API and on every commission it priced; lower case
 */
public record CommissionPlan(
        String code, long version, String name, Period period, Audience appliesTo, EarningRule rule, Trigger trigger) {

    public PlanRef ref() {
        return new PlanRef(code, version);
    }

    /**
     * Whether a deal could be priced by either. Plans of different specificity never compete: the narrower one prices.
     */
    public boolean competesWith(CommissionPlan other) {
        return appliesTo.specificity() == other.appliesTo.specificity()
                && appliesTo.intersects(other.appliesTo)
                && period.intersects(other.period);
    }
}
