package io.entente.referral.referral.facts;

/** How much of the selling the partner does. The kinds of commission in the program guide follow these levels. */
public enum Involvement {
    /** The partner mentioned the firm. */
    PASSIVE,
    /** The partner introduced the client. */
    STANDARD,
    /** The partner sells actively. */
    ACTIVE
}
