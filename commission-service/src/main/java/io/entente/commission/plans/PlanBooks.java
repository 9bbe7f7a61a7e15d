package io.entente.commission.plans;

/** Stores the plan book. */
public interface PlanBooks {

    /**
     * The book that prices deals. It contains a plan that was added through this instance at once, and a plan that was
     * added through another instance at most one second after the response.
     */
    PlanBook inForce();

    /** The book as it is stored now, to decide about a change. */
    PlanBook latest();

    /**
     * Stores a changed book.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if the stored book has changed since it was read; the
     *     caller reads it again and decides again
     */
    void replace(PlanBook book);
}
