package io.entente.referral.referral;

/** Where a referral stands. What leads from one state to the next is {@link Lifecycle}'s table. */
public enum ReferralStatus {
    /** Has come in; nobody has looked at it yet. */
    SUBMITTED,
    /** Whoever it was sent to is looking at it. */
    UNDER_REVIEW,
    /** It can't be decided before whoever sent it has answered questions. */
    ACTION_REQUIRED,
    /** Another referral claims the same client; an operator decides. */
    CONFLICTED,
    /** Another referral holds the claim on the client. */
    DUPLICATE,
    /** It was taken on. */
    ACCEPTED,
    /** It wasn't taken on. */
    DECLINED,
    /** The client was spoken with. */
    CONTACTED,
    /** The client was met. */
    MEETING_HELD,
    /** The client has a proposal. */
    PROPOSAL_SENT,
    /** The client bought; it may buy again. */
    WON,
    /** The client didn't buy. */
    LOST,
    /** Taken back before it was taken on. */
    WITHDRAWN,
    /** The protection of the claim ran out without a deal. */
    EXPIRED,
    /** Was lost or expired, and is to be looked at again. */
    REOPENED
}
