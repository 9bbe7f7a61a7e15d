package io.entente.commission.payouts;

import java.util.Optional;

/** Sends batches to the bank. */
public interface Bank {

    /** What a batch needs before it can be sent, as a sentence; empty if it can be sent. */
    Optional<String> missing(PayoutBatch batch);

    /** Which rule of the bank the transfer of a payout would break, as sentences; empty if it breaks none. */
    Optional<String> problem(Payout payout);

    /**
     * Sends a batch under its {@link PayoutBatch#submissionKey()}. It is called once for each batch. Any failure after the
     * first byte could have been sent is {@link Submission.Answer#UNKNOWN}.
     */
    Submission submit(PayoutBatch batch);

    /**
     * Records that a person pays a batch without a file.
     *
     * @param how the payments reach the partners, in the person's words
     * @return empty if a bank is connected, because it gets the file
     */
    default Optional<Submission> submitWithoutFile(PayoutBatch batch, String how) {
        return Optional.empty();
    }
}
