package io.entente.partner.qualification.policy;

/** What is compared when the fit of a partner is computed. */
public enum FitDimension {
    /** Services that clients need before, during or after those of the firm. */
    COMPLEMENTARY_SERVICES,
    /** The same clients, with other services. */
    IDEAL_CLIENT,
    /** Premium with premium, specialist with specialist. */
    POSITIONING,
    TERRITORY,
    /** Referrals that both sides expect in a year. */
    POTENTIAL,
    /** What others say who have worked with the partner. */
    REFERENCES
}
