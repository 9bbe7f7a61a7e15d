package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Bank;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.Submission;
import io.entente.commission.payouts.Submission.Answer;
import java.util.Optional;

/** Used if no bank is connected. A person uploads the file to the bank's site, and confirming that is the submission. */
public final class ByHand implements Bank {

    @Override
    public Optional<String> missing(PayoutBatch batch) {
        return Optional.empty();
    }

    @Override
    public Submission submit(PayoutBatch batch) {
        return new Submission(Answer.ACCEPTED, "The file was taken to the bank by " + batch.submittedBy() + ".");
    }
}
