package io.entente.commission.payouts.lists;

import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists payouts. */
public interface PayoutList {

    /** Returns a page of the payouts that a filter selects, in its order. */
    Page<Payout> page(PayoutFilter filter, PageRequest page);
}
