package io.entente.commission.commissions;

/**
 * The reason for not releasing a commission.
 *
 * @param reason a text that the partner may read
 */
public record Hold(Kind kind, String reason) {

    /** Who can lift a hold. */
    public enum Kind {
        /** The client's country requires disclosure and consent first. The hold is lifted when both are recorded. */
        COMPLIANCE,
        /** The client seems to be the partner itself. A person decides whether the commission is due. */
        SELF_REFERRAL,
        /** Finance put the commission on hold, and finance lifts the hold. */
        FINANCE
    }
}
