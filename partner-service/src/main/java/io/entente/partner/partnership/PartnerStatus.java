package io.entente.partner.partnership;

/** The status of a partner in the program. */
public enum PartnerStatus {
    /** The partner has applied, and the firm has not decided yet. */
    APPLIED,
    /** The partner refers clients and earns commission. */
    ACTIVE,
    /** The partner's personal data is erased. Nothing can be done with it any more. */
    ERASED
}
