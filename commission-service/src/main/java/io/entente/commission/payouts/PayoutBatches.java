package io.entente.commission.payouts;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All batches, and whom they don't pay. */
public interface PayoutBatches {

    /** Stores a new batch; false where its id is taken. */
    boolean add(PayoutBatch batch);

    Optional<PayoutBatch> find(String id);

    Page<PayoutBatch> list(PageRequest page);

    /**
     * Stores a changed batch.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    void update(PayoutBatch batch);

    /** Batches whose payouts haven't followed, or that have been on their way to the bank since before an instant. */
    List<PayoutBatch> unfinished(Instant submittingSince, int count);

    /** Notes a block; again changes nothing. */
    void block(PayoutBlock block);

    /** A batch's blocks in order of partners. */
    Page<PayoutBlock> blocks(String batchId, PageRequest page);
}
