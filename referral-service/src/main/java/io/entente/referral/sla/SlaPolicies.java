package io.entente.referral.sla;

/** Stores the policy book. */
public interface SlaPolicies {

    /**
     * The book from which clocks are started. A version that is added through another instance is included within one second,
     * and one added through this instance immediately.
     */
    SlaPolicyBook inForce();

    /** The book as it is stored now, to base a decision on. */
    SlaPolicyBook latest();

    /**
     * Stores a changed book.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another change was stored in between; read and decide
     *     again
     */
    void replace(SlaPolicyBook book);
}
