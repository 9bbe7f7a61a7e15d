package io.entente.commission.plans;

/** What makes an accrued commission payable: the program guide's "paid when". */
public enum Trigger {
    /** The client pays, in proportion to what it pays; the program guide's common case. */
    CLIENT_PAYMENT,
    /** The work starts. */
    PROJECT_START,
    /** The work is done. */
    COMPLETION,
    /** A portion each month of the engagement. */
    MONTHLY
}
