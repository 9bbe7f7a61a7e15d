package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Bank;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.Submission;
import io.entente.commission.payouts.Submission.Answer;
import java.util.Optional;

/**
 * Used if no bank is connected. A person uploads the file to the bank's site, and confirming that is the submission. Without a file that
 * a bank would take, the person pays from the list (CSV) and says so.
 */
public final class ByHand implements Bank {

    private final PaymentFiles files;

    public ByHand(PaymentFiles files) {
        this.files = files;
    }

    @Override
    public Optional<String> missing(PayoutBatch batch) {
        return files.missing(batch)
                .map(
                        why -> why
                                + " So there is no file to take to the bank. If a person pays the batch without one, withoutFile must say how.");
    }

    @Override
    public Optional<String> problem(Payout payout) {
        return files.problem(payout);
    }

    @Override
    public Submission submit(PayoutBatch batch) {
        return new Submission(Answer.ACCEPTED, "The file was taken to the bank by " + batch.submittedBy() + ".");
    }

    @Override
    public Optional<Submission> submitWithoutFile(PayoutBatch batch, String how) {
        return Optional.of(
                new Submission(Answer.ACCEPTED, "Paid without a file by %s: %s".formatted(batch.submittedBy(), how)));
    }
}
