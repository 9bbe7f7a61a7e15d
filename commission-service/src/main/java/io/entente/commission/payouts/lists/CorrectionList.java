package io.entente.commission.payouts.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists the corrections of the outcomes of all payouts. */
public interface CorrectionList {

    /** Returns a page of the corrections that a filter selects, in its order. */
    Page<ListedCorrection> page(CorrectionFilter filter, PageRequest page);
}
