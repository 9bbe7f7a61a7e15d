package io.entente.partner.partnership.tier;

/** How closely the firm works with a partner. The values are tiers 1 to 3 of the program guide. */
public enum Tier {
    STRATEGIC,
    ACTIVE,
    REFERRAL_NETWORK;

    /** Whether the firm works more closely with partners of this tier. */
    public boolean isAbove(Tier other) {
        return compareTo(other) < 0;
    }
}
