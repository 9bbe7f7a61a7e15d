package io.entente.commission.commissions.lists;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Map;

/** Finds commissions for people who look for them. It says only which commissions to read; the ledger says what they are. */
public interface CommissionList {

    /** Returns a page of the commissions that a filter selects, in its order. */
    Page<CommissionId> page(CommissionFilter filter, PageRequest page);

    /** The number of the last transaction of a partner's chain that the list includes; 0 at the start. */
    long upTo(PartnerId partner);

    /**
     * Adds or replaces commissions, and records up to which transaction the list is complete. A state with a greater revision is kept,
     * so doing it again, or in another order, changes nothing.
     *
     * @param changed the states after the last of these transactions
     * @param begun the transactions with which those of them began that began since the last time
     */
    void keep(
            PartnerId partner,
            Map<CommissionId, Commission> changed,
            Map<CommissionId, TransactionId> begun,
            long upTo);
}
