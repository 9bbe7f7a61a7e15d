package io.entente.partner.agreements.policy;

/** Whether a fee may be paid for a referral. */
public enum FeeTreatment {
    ALLOWED,
    /** Only if the client is told of it. */
    NEEDS_DISCLOSURE,
    FORBIDDEN
}
