package io.entente.commission.commissions.settlement;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFile;
import java.util.List;

/** Accrues what a client's payments on a retainer earn. The feature that prices deals implements it. */
public interface RetainerAccruals {

    /**
     * Books the facts in a deal's file, each once: a payment accrues a commission, and other facts change the commissions
     * of payments.
     *
     * @param credited the credits of the deal
     */
    void accrue(DealFile file, List<Credited> credited);
}
