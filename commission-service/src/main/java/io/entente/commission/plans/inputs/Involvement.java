package io.entente.commission.plans.inputs;

/** How much of the selling the partner did: the program guide's rows of rates. */
public enum Involvement {
    /** It mentioned the firm, which did all the selling. */
    PASSIVE,
    /** It introduced the client. */
    STANDARD,
    /** It sold actively. */
    ACTIVE
}
