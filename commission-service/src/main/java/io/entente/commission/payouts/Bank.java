package io.entente.commission.payouts;

import java.util.Optional;

/** The way to the bank. */
public interface Bank {

    /** What a batch lacks before it can be sent, in a sentence; nothing where it can. */
    Optional<String> missing(PayoutBatch batch);

    /**
     * Sends a batch, under its {@link PayoutBatch#submissionKey()}. Called once for a batch; whatever goes wrong after the first
     * byte may have left is {@link Submission.Answer#UNKNOWN}.
     */
    Submission submit(PayoutBatch batch);
}
