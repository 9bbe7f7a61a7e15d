package io.entente.referral.attribution.policy;

/** The rules by which the program decides between two introductions of one client (program guide, "Managing referrals"). */
public enum AttributionRule {
    /** The first formal introduction holds the client. */
    FIRST_INTRODUCTION,
    /** The partner with the most influence on the client's decision holds the client. */
    MOST_INFLUENCE,
    /** Both referrals continue and share the credit for later deals. */
    SPLIT,
    /** The client says which partner introduced it. */
    CLIENT_CHOOSES
}
