package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFile;
import java.util.List;

/** What a client's payments on a retainer earn: commissions of their own, which whoever prices deals accrues. */
public interface RetainerAccruals {

    /**
     * Accrues what the payments in a deal's file earned, each once.
     *
     * @param credited the partners credited with the deal
     * @return the commissions of all its payments, for each partner credited
     */
    List<CommissionId> accrue(DealFile file, List<Credited> credited);
}
