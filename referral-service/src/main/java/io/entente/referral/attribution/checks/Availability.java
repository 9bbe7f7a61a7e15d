package io.entente.referral.attribution.checks;

/** Whether a client is free for a partner. It never tells who else has introduced the client. */
public enum Availability {
    /** Nobody has the client. */
    FREE,
    /** Another partner has a client with a similar name. Whether it is the same one is decided after the submission. */
    SIMILAR,
    /** Another partner has the client. */
    TAKEN,
    /** The partner itself has introduced the client, or one with a similar name that no other partner has. */
    OWN
}
