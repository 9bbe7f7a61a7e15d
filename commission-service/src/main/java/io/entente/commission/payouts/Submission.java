package io.entente.commission.payouts;

/** What the bank said to a batch. */
public record Submission(Answer answer, String detail) {

    public enum Answer {
        /** It has it. */
        ACCEPTED,
        /** It took none of it. */
        REFUSED,
        /** It may have it, or not. */
        UNKNOWN
    }
}
