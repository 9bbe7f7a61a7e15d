package io.entente.referral.attribution.conflicts;

/** The status of a conflict. */
public enum CaseStatus {
    /** Waits for an operator's decision. */
    OPEN,
    /** Has been decided. One appeal is possible for some days. */
    DECIDED,
    /** Has been decided, and a partner has appealed. The decision stands until it is replaced. */
    APPEALED,
    /** Needed no decision, because one of the two referrals ended or another referral holds the claim. */
    CLOSED
}
