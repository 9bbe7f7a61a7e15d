package io.entente.referral.partners;

/** The tier of a partner, which says how closely the firm works with it (program guide, tiers 1 to 3). */
public enum Tier {
    STRATEGIC,
    ACTIVE,
    REFERRAL_NETWORK
}
