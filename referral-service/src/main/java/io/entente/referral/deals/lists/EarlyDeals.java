package io.entente.referral.deals.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.deals.Deal;

/** Finds deals that closed before their referral was submitted. Reversed ones are left out. */
public interface EarlyDeals {

    /** A page of the deals that a filter selects, in its order. */
    Page<Deal> list(EarlyDealFilter filter, PageRequest page);
}
