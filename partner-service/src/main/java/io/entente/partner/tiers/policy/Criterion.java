package io.entente.partner.tiers.policy;

/** What a tier asks of a partner. */
public enum Criterion {
    WON_DEALS,
    REVENUE,
    /** The share of the decided referrals that were won, in per cent. */
    CONVERSION,
    /** The average rating by clients, from 0 to 10. */
    SATISFACTION,
    /** The share of the promises to follow up that were kept, in per cent. */
    RESPONSIVENESS
}
