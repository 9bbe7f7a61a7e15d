package io.entente.commission.plans;

/** The plan book's decision about a change. */
public sealed interface PlanDecision {

    /** The plan is accepted. */
    record Accepted(CommissionPlan plan, PlanBook book) implements PlanDecision {}

    /** The book contains the same plan already, because the request is repeated. */
    record Repeated(CommissionPlan plan) implements PlanDecision {}

    /**
     * The plan is refused.
     *
     * @param field the field of the request that is wrong
     * @param reason a text for the person who sent the request
     */
    record Refused(String field, String reason) implements PlanDecision {}
}
