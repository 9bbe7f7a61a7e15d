package io.entente.commission.plans;

/** What makes an accrued commission payable. */
public enum Trigger {
    /** The client pays, the program guide's common case. */
    CLIENT_PAYMENT
}
