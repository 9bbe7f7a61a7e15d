package io.entente.partner.partnership;

/** How closely the firm works with a partner. The values are tiers 1 to 3 of the program guide. */
public enum Tier {
    STRATEGIC,
    ACTIVE,
    REFERRAL_NETWORK
}
