package io.entente.partner.memberships;

/** What a member may do for its partner. Each service asks for the rights that its operations need, by these names. */
public enum Right {
    /** Sees all referrals of the partner, and its notifications. Without it, a member sees what it has submitted. */
    SEE_ALL_REFERRALS,
    /** Submits referrals, and gives the commands on them that are the partner's. */
    SUBMIT_REFERRALS,
    /** Sees the partner's commissions, statements, payouts and forecast. */
    SEE_COMMISSIONS,
    /** Says to which bank account the partner is paid. */
    CHANGE_BANK_ACCOUNT,
    /** Accepts and terminates agreements in the partner's name. */
    ACCEPT_AGREEMENT,
    /** Invites members, changes their rights and revokes memberships. */
    MANAGE_MEMBERS
}
