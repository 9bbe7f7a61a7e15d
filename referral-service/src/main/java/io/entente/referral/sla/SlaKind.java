package io.entente.referral.sla;

/** Which promise a clock measures. The names are the wire's. */
public enum SlaKind {
    /** Whoever a client was introduced to answers: accepts or declines. */
    RESPONSE,
    /** The firm meets the client of a referral that it took on. */
    FIRST_MEETING,
    /** Whoever introduced the client hears something new: no referral falls silent. */
    NEXT_UPDATE,
    /** The partner speaks with the client that the firm referred to it. */
    PARTNER_FOLLOW_UP
}
