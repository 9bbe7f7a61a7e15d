package io.entente.commission.plans.publication;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What other services are told about one plan. */
public sealed interface PlanEvent {

    /** The version that the event is about, as it is after the event. */
    CommissionPlan plan();

    /** Who caused it. */
    String actor();

    /** When it happened. */
    Instant at();

    /** A version of a plan is in the plan book. */
    record PlanPublished(CommissionPlan plan, String actor, Instant at) implements PlanEvent {}

    /**
     * A version of a plan has an end, or ends earlier than other services were told.
     *
     * @param plan the version with its last day
     * @param replacedBy the version of the same plan that begins on the day after the last day; null if the plan ends
     */
    record PlanRetired(CommissionPlan plan, @Nullable PlanRef replacedBy, String actor, Instant at)
            implements PlanEvent {}
}
