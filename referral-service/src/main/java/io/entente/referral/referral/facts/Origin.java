package io.entente.referral.referral.facts;

/** Whether something happened as it was recorded, or is history taken over. */
public enum Origin {
    LIVE,
    /** Counts, but starts no clock in the past and mails no partner. */
    IMPORT
}
