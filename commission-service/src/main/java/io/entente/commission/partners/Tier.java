package io.entente.commission.partners;

/** How closely the firm works with a partner: tiers 1 to 3 of the program guide. */
public enum Tier {
    STRATEGIC,
    ACTIVE,
    REFERRAL_NETWORK
}
