package io.entente.partner.agreements;

/** What has become of an agreement as a whole. An agreement that is amended stays in force. */
public enum AgreementStatus {
    /** The firm is still writing it. The partner doesn't see it. */
    DRAFT,
    /** It waits for both sides to accept it. */
    PROPOSED,
    /** Both sides have accepted it, and its first day is yet to come. */
    ACCEPTED,
    IN_FORCE,
    /** One side has ended it, and the notice period is over. */
    TERMINATED,
    /** Its last day is over. */
    ENDED;

    public boolean isOver() {
        return this == TERMINATED || this == ENDED;
    }

    public boolean isBinding() {
        return this == ACCEPTED || this == IN_FORCE;
    }
}
