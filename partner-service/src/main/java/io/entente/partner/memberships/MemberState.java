package io.entente.partner.memberships;

/** Whether a member may act for its partner. */
public enum MemberState {
    /** The person has a link, and has not accepted. */
    INVITED,
    /** The person acts for the partner. */
    ACTIVE,
    /** The person no longer acts for the partner, or its invitation was taken back. */
    REVOKED
}
