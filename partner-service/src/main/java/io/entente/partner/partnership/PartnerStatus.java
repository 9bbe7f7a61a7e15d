package io.entente.partner.partnership;

/** Where a partner stands in the program. {@link Lifecycle} says which command leads from one status to another. */
public enum PartnerStatus {
    /** The partner has applied, and nobody has looked at it yet. */
    APPLIED,
    /** A person of the firm examines the application. */
    IN_REVIEW,
    /** The firm has asked the applicant something and waits for the answer. */
    INFORMATION_REQUIRED,
    /** The firm wants the partnership. The agreement is next. */
    APPROVED,
    /** The firm does not want the partnership now, for a reason that the applicant is told. */
    DECLINED,
    /** The partner and the firm learn how they work together. */
    ONBOARDING,
    /** The partner refers clients and earns commission. */
    ACTIVE,
    /** The partner neither sends nor receives new referrals for a while. Current referrals continue. */
    PAUSED,
    /** The partnership has ended. Earned commission is still owed. */
    INACTIVE,
    /** The partner's personal data is erased. Nothing can be done with it any more. */
    ERASED
}
