package io.entente.commission.plans.inputs;

/** How much of the selling the partner did. The program guide has a rate for each value. */
public enum Involvement {
    /** The partner mentioned the firm, which did all the selling. */
    PASSIVE,
    /** The partner introduced the client. */
    STANDARD,
    /** The partner sold actively. */
    ACTIVE
}
