package io.entente.commission.payouts;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Allowed;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends a batch to the bank once. Whoever writes that it is being sent sends it. If the answer is lost, or if the service
 * dies in between, a person must decide; nothing is sent a second time.
 */
public final class SubmitBatch {

    private final PayoutBatches batches;
    private final Bank bank;
    private final FollowBatch follow;
    private final Clock clock;

    public SubmitBatch(PayoutBatches batches, Bank bank, FollowBatch follow, Clock clock) {
        this.batches = batches;
        this.bank = bank;
        this.follow = follow;
        this.clock = clock;
    }

    /** Sends a batch, or records that a person has taken its file to the bank. */
    public Decision<PayoutBatch> submit(String batchId, String actor) {
        return submit(batchId, actor, bank::missing, batch -> Optional.of(bank.submit(batch)));
    }

    /**
     * Records that a person pays a batch without a file. It is refused if a bank is connected.
     *
     * @param how the payments reach the partners, in the person's words
     */
    public Decision<PayoutBatch> submitWithoutFile(String batchId, String how, String actor) {
        return submit(
                batchId,
                actor,
                batch -> bank.submitWithoutFile(batch, how).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "A bank is connected and gets the file of this batch, so withoutFile must be absent."),
                batch -> bank.submitWithoutFile(batch, how));
    }

    private Decision<PayoutBatch> submit(
            String batchId,
            String actor,
            Function<PayoutBatch, Optional<String>> obstacle,
            Function<PayoutBatch, Optional<Submission>> send) {
        PayoutBatch batch = batches.find(batchId).orElseThrow();
        if (batch.submittedAt() != null && Actor.isSamePerson(actor, batch.submittedBy())) {
            return Decision.allowed(batch);
        }
        Decision<PayoutBatch> decision = batch.submitting(actor, clock.instant());
        if (!(decision instanceof Allowed<PayoutBatch> allowed)) {
            return decision;
        }
        Optional<String> missing = obstacle.apply(batch);
        if (missing.isPresent()) {
            return Decision.rejected(missing.get());
        }
        batches.update(allowed.value());
        PayoutBatch answered =
                allowed.value().submitted(send.apply(allowed.value()).orElseThrow());
        batches.update(answered);
        return Decision.allowed(follow.follow(answered));
    }
}
