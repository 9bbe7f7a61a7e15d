package io.entente.referral.referral;

/** The state of a referral. {@link Lifecycle} defines which commands lead from one state to the next. */
public enum ReferralStatus {
    /** The referral was submitted and nobody has looked at it yet. */
    SUBMITTED,
    /** The receiver is reviewing the referral. */
    UNDER_REVIEW,
    /** The sender has to answer questions before the referral can be decided. */
    ACTION_REQUIRED,
    /** Another referral claims the same client, and an operator decides. */
    CONFLICTED,
    /** Another referral holds the claim on the client. */
    DUPLICATE,
    /** The referral was accepted. */
    ACCEPTED,
    /** The referral was declined. */
    DECLINED,
    /** The first contact with the client took place. */
    CONTACTED,
    /** A meeting with the client took place. */
    MEETING_HELD,
    /** The client has a proposal. */
    PROPOSAL_SENT,
    /** The client bought. It may buy again. */
    WON,
    /** The client didn't buy. */
    LOST,
    /** The sender withdrew the referral before it was accepted. */
    WITHDRAWN,
    /** The protection of the claim ran out without a deal. */
    EXPIRED,
    /** The referral was lost or expired and is to be reviewed again. */
    REOPENED;

    /** Whether the referral has no client any more, because it ended without a deal or another referral holds the claim. */
    public boolean isEnded() {
        return switch (this) {
            case DUPLICATE, DECLINED, WITHDRAWN, LOST, EXPIRED -> true;
            default -> false;
        };
    }
}
