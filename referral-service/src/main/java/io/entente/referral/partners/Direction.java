package io.entente.referral.partners;

/** Who refers to whom. */
public enum Direction {
    /** The partner refers a client to the firm. */
    INBOUND,
    /** The firm refers a client to the partner. */
    OUTBOUND
}
