package io.entente.commission.plans;

/** Where the one plan book is kept. */
public interface PlanBooks {

    /**
     * The book to price from. A plan added through another instance is in it within one second of its 201, one added
     * through this instance at once.
     */
    PlanBook inForce();

    /** The book as it is stored now, to decide on. */
    PlanBook latest();

    /**
     * Stores a changed book.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another change came between; read again and
     *     decide again
     */
    void replace(PlanBook book);
}
