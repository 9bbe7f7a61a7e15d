package io.entente.referral.sla;

/** Says which promise a clock measures. The names are part of the wire format. */
public enum SlaKind {
    /** Whoever a client was introduced to responds: accepts or declines. */
    RESPONSE,
    /** The firm meets the client of a referral that it accepted. */
    FIRST_MEETING,
    /** Whoever introduced the client receives an update, so that no referral falls silent. */
    NEXT_UPDATE,
    /** The partner acts: it contacts the client that the firm referred to it, or answers the firm's questions about its own referral. */
    PARTNER_FOLLOW_UP
}
