package io.entente.commission.plans;

/** The event that makes an accrued commission payable; "paid when" in the program guide. */
public enum Trigger {
    /**
     * The client pays. Commission becomes payable in proportion to the payment. This is the common case of the program
     * guide.
     */
    CLIENT_PAYMENT,
    /** The work starts. */
    PROJECT_START,
    /** The work is complete. */
    COMPLETION,
    /** Every month of the engagement makes one portion payable. */
    MONTHLY
}
