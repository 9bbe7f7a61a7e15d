package io.entente.referral.crm.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.crm.CrmDeal;

/** Finds deals of CRMs that somebody has to look at. */
public interface CrmDealList {

    /** A page of the deals that a filter selects, in its order. */
    Page<CrmDeal> list(CrmDealFilter filter, PageRequest page);
}
