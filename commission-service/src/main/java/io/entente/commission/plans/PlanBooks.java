package io.entente.commission.plans;

/** The plan book as the pricing of deals reads it. */
public interface PlanBooks {

    /**
     * The book that prices deals. It contains a plan that was added through this instance at once, and a plan that was
     * added through another instance at most one second after the response.
     */
    PlanBook inForce();

    /** The book as it is stored now. */
    PlanBook latest();
}
