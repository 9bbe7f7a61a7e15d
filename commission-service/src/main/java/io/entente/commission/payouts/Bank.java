package io.entente.commission.payouts;

/** The way to the bank. */
public interface Bank {

    /**
     * Sends a batch, under its {@link PayoutBatch#submissionKey()}. Called once for a batch; whatever goes wrong after the first
     * byte may have left is {@link Submission.Answer#UNKNOWN}.
     */
    Submission submit(PayoutBatch batch);
}
