package io.entente.partner.partnership.details;

/** What a contact is for the partnership. A partner with contacts on several levels survives the departure of one. */
public enum ContactLevel {
    EXECUTIVE_SPONSOR,
    DELIVERY,
    ACCOUNT_MANAGER,
    /** Not every partner has somebody for its invoices, so nobody misses this level. */
    FINANCE
}
