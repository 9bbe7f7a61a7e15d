package io.entente.referral.partners;

/** The direction of a referral. */
public enum Direction {
    /** The partner refers a client to the firm. */
    INBOUND,
    /** The firm refers a client to the partner. */
    OUTBOUND
}
