package io.entente.commission.partners;

/** How closely the firm works with a partner: the program guide's tiers 1 to 3. */
public enum Tier {
    STRATEGIC,
    ACTIVE,
    REFERRAL_NETWORK
}
