package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only batch of a test. */
public final class OneBatch implements PayoutBatches {

    private PayoutBatch batch;

    public OneBatch(PayoutBatch batch) {
        this.batch = batch;
    }

    @Override
    public boolean add(PayoutBatch added) {
        return false;
    }

    @Override
    public Optional<PayoutBatch> find(String id) {
        return Optional.of(batch);
    }

    @Override
    public Optional<PayoutBatch> findBySubmissionKey(String beginning) {
        return batch.submissionKey().startsWith(beginning) ? Optional.of(batch) : Optional.empty();
    }

    @Override
    public void update(PayoutBatch changed) {
        batch = changed;
    }

    @Override
    public List<PayoutBatch> unfinished(Instant submittingSince, int count) {
        return List.of();
    }

    @Override
    public void block(PayoutBlock block) {}

    @Override
    public Optional<PayoutBlock> findBlock(PayoutId id) {
        return Optional.empty();
    }

    @Override
    public Page<PayoutBlock> blocks(
            String batchId, @Nullable BlockReason reason, @Nullable PartnerId partner, PageRequest page) {
        return new Page<>(List.of(), null);
    }
}
