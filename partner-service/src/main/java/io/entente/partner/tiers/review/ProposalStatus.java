package io.entente.partner.tiers.review;

/** What became of a proposal. */
public enum ProposalStatus {
    /** A person has to decide it. */
    OPEN,
    APPROVED,
    DECLINED,
    /** The figures lead to another tier now, or another change was decided. */
    WITHDRAWN
}
