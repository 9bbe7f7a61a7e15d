package io.entente.commission.plans;

/** A plan that somebody has drawn up and that isn't in force: it prices nothing, but it can be simulated. */
public interface DraftPlan {

    /** The plan as it would be if it were added. */
    CommissionPlan toPlan();
}
