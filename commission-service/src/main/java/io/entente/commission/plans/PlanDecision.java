package io.entente.commission.plans;

/** What the plan book answers to a new plan. */
public sealed interface PlanDecision {

    /** The plan goes in. */
    record Accepted(CommissionPlan plan, PlanBook book) implements PlanDecision {}

    /** The very same plan is in already: the request came before. */
    record Repeated(CommissionPlan plan) implements PlanDecision {}

    /**
     * The plan can't go in.
     *
     * @param field the request's field that stands in the way
     * @param reason for the person who sent it
     */
    record Refused(String field, String reason) implements PlanDecision {}
}
