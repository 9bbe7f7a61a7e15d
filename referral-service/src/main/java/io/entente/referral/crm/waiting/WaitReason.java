package io.entente.referral.crm.waiting;

/** Why a change of a CRM's deal waits. */
public enum WaitReason {
    /** The state of the referral doesn't allow the change yet. */
    REFERRAL_STATE(Subject.STAGE),
    /** The mapping profile doesn't know the stage. A new version of the profile may know it. */
    UNKNOWN_STAGE(Subject.STAGE),
    /** The deal is won, but its amount, or the currency of the amount, is missing. */
    AMOUNT_MISSING(Subject.STAGE),
    /** The deal is won and has an amount. Its currency may arrive in a separate event, so it is awaited for a short time. */
    CURRENCY_PENDING(Subject.STAGE),
    /** The CRM took back what has been applied. A referral does not move back by itself. */
    MOVED_BACK(Subject.STAGE),
    /** The deal was reversed, so its id can't be used again. */
    DEAL_REVERSED(Subject.STAGE),
    /** The change is not acceptable for another reason, which its explanation names. */
    REFUSED(Subject.STAGE),
    /** The deal was closed with another amount. */
    AMOUNT_DIFFERS(Subject.TERMS),
    /** The deal was closed in another currency. */
    CURRENCY_DIFFERS(Subject.TERMS),
    /** The deal was closed on another date. */
    CLOSING_DATE_DIFFERS(Subject.TERMS),
    /** The deal was deleted in the CRM. */
    DELETED_IN_CRM(Subject.RECORD),
    /** The deal was merged with another one in the CRM. */
    MERGED_IN_CRM(Subject.RECORD),
    /** The CRM reported a change without its details. */
    DETAILS_MISSING(Subject.DETAILS),
    /** The CRM names another referral than the one to which the deal is linked. */
    LINK_DIFFERS(Subject.LINK),
    /** The CRM names a referral that doesn't exist. */
    REFERRAL_UNKNOWN(Subject.LINK);

    private final Subject subject;

    WaitReason(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /** The part of a CRM's deal that a change concerns. At most one change of each subject waits. */
    public enum Subject {
        /** The stage of the deal. */
        STAGE,
        /** The amount, the currency and the closing date of a deal that is closed. */
        TERMS,
        /** The deal's record in the CRM. */
        RECORD,
        /** Changes of which the CRM has not reported the details. */
        DETAILS,
        /** The referral that the CRM names. */
        LINK;

        /** Whether a change of this subject is listed even if the deal isn't linked to a referral. */
        public boolean isOfUnlinked() {
            return this == RECORD || this == DETAILS || this == LINK;
        }
    }
}
