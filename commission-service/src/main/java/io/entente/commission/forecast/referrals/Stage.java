package io.entente.commission.forecast.referrals;

/** How far an open referral has come. A later stage includes the earlier ones, because stages may be skipped. */
public enum Stage {
    SUBMITTED,
    UNDER_REVIEW,
    ACCEPTED,
    CONTACTED,
    MEETING_HELD,
    PROPOSAL_SENT
}
