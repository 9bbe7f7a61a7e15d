package io.entente.partner.partnership;

/** Where a partner stands in the program. */
public enum PartnerStatus {
    /** Has applied; the firm hasn't decided. */
    APPLIED,
    /** Refers clients and earns commission. */
    ACTIVE
}
