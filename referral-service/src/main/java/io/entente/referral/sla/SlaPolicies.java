package io.entente.referral.sla;

/** Where the one policy book is kept. */
public interface SlaPolicies {

    /**
     * The book to set clocks by. A version put in through another instance is in it within one second, one put in through
     * this instance at once.
     */
    SlaPolicyBook inForce();

    /** The book as it is stored now, to decide on. */
    SlaPolicyBook latest();

    /**
     * Stores a changed book.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another change came between; read again and
     *     decide again
     */
    void replace(SlaPolicyBook book);
}
