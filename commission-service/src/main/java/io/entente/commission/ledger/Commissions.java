package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger read by commission: the transactions that accrued one. */
public interface Commissions {

    Optional<LedgerTransaction> find(CommissionId id);

    /**
     * Commissions in the order of their ledger transactions: by partner, then by number.
     *
     * @param partnerId only of this partner, else of all
     */
    Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page);
}
