package io.entente.platform.security;

/** What a person may do. A person can have several roles of the firm, or the one role {@link #PARTNER}. */
public enum Role {
    /** Acts for one partner and sees what is that partner's. */
    PARTNER,
    /** Looks after partners and their referrals. */
    PARTNER_MANAGER,
    /** Prices, books and pays commission. */
    FINANCE,
    /** Keeps the program running: conflicts, clocks, imports, parked events. */
    OPS,
    /** Decides who may do what, and reads the audit log. Admits to nothing else unless a rule says so. */
    ADMIN
}
