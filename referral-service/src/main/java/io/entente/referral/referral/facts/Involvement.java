package io.entente.referral.referral.facts;

/** How much of the selling the partner does: the program guide's kinds of commission follow it. */
public enum Involvement {
    /** It mentioned the firm. */
    PASSIVE,
    /** It introduced the client. */
    STANDARD,
    /** It sells actively. */
    ACTIVE
}
