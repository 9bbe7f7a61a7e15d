package io.entente.referral.referral.facts;

/** Whether something was recorded when it happened, or is imported history. */
public enum Origin {
    LIVE,
    /** Counts like anything else, but starts no clock in the past and sends no mail to a partner. */
    IMPORT
}
