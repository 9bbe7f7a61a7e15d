package io.entente.commission.commissions.settlement;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFile;
import java.util.List;

/** Follows what the firm keeps of a client's deals, because plans can pay a rate that depends on it. */
@FunctionalInterface
public interface KeptRevenue {

    /**
     * Brings the commissions of a client's deals to the rate of what is kept, after the facts of one of them were settled. Repeating it
     * changes nothing.
     */
    void settled(DealFile file, List<Credited> credited);
}
