package io.entente.commission.payouts;

/** The bank's answer to a batch. */
public record Submission(Answer answer, String detail) {

    public enum Answer {
        /** The bank has accepted it. */
        ACCEPTED,
        /** The bank refused the whole batch. */
        REFUSED,
        /** It is unknown whether the bank has it. */
        UNKNOWN
    }
}
