package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores all batches, and the partners that they don't pay. */
public interface PayoutBatches {

    /** Stores a new batch. Returns false if its id is taken. */
    boolean add(PayoutBatch batch);

    Optional<PayoutBatch> find(String id);

    /** The batch whose {@link PayoutBatch#submissionKey()} begins with a text; empty if there is none or several. */
    Optional<PayoutBatch> findBySubmissionKey(String beginning);

    /**
     * Stores a changed batch.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(PayoutBatch batch);

    /** Batches whose payouts haven't followed yet, or that have been in submission since before an instant. */
    List<PayoutBatch> unfinished(Instant submittingSince, int count);

    /** Records a block. Repeating it changes nothing. */
    void block(PayoutBlock block);

    Optional<PayoutBlock> findBlock(PayoutId id);

    /**
     * The partners that a batch does not pay, in the order of their ids.
     *
     * @param reason only those with this reason; null for all
     * @param partner restricts the result to this partner; null for all
     */
    Page<PayoutBlock> blocks(
            String batchId, @Nullable BlockReason reason, @Nullable PartnerId partner, PageRequest page);
}
