package io.entente.commission.payouts;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Allowed;
import java.time.Clock;
import java.util.Optional;

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

    public Decision<PayoutBatch> submit(String batchId, String actor) {
        PayoutBatch batch = batches.find(batchId).orElseThrow();
        if (batch.submittedAt() != null && Actor.isSamePerson(actor, batch.submittedBy())) {
            return Decision.allowed(batch);
        }
        Decision<PayoutBatch> decision = batch.submitting(actor, clock.instant());
        if (!(decision instanceof Allowed<PayoutBatch> allowed)) {
            return decision;
        }
        Optional<String> missing = bank.missing(batch);
        if (missing.isPresent()) {
            return Decision.rejected(missing.get());
        }
        batches.update(allowed.value());
        PayoutBatch answered = allowed.value().submitted(bank.submit(allowed.value()));
        batches.update(answered);
        return Decision.allowed(follow.follow(answered));
    }
}
