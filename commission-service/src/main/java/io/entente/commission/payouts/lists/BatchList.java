package io.entente.commission.payouts.lists;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists payout batches. */
public interface BatchList {

    /** Returns a page of the batches that a filter selects, in its order. */
    Page<PayoutBatch> page(BatchFilter filter, PageRequest page);
}
