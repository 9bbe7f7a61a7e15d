package io.entente.referral.attribution.policy;

/** How the program decides between two introductions of one client (program guide, "Managing referrals"). */
public enum AttributionRule {
    /** The first formal introduction has it. */
    FIRST_INTRODUCTION,
    /** Who had the most influence on the client's decision. */
    MOST_INFLUENCE,
    /** Both go on, and share the credit for later deals. */
    SPLIT,
    /** The client says whom it came by. */
    CLIENT_CHOOSES
}
