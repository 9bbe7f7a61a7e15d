package io.entente.referral.attribution.conflicts;

/** Where a conflict stands. */
public enum CaseStatus {
    /** Waits for an operator. */
    OPEN,
    /** Is decided; one appeal is possible for a while. */
    DECIDED,
    /** Is decided, and a partner asks for another look; the decision stands until then. */
    APPEALED,
    /** Needed no decision: one of the two ended by itself, or another holds the claim now. */
    CLOSED
}
