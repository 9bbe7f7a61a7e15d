package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFile;
import java.util.List;

/** Accrues what a client's payments on a retainer earn. The feature that prices deals implements it. */
public interface RetainerAccruals {

    /**
     * Accrues the payments in a deal's file, each once.
     *
     * @param credited the credits of the deal
     * @return the commissions of all payments for all credited partners
     */
    List<CommissionId> accrue(DealFile file, List<Credited> credited);
}
