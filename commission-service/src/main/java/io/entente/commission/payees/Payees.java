package io.entente.commission.payees;

import io.entente.commission.partners.PartnerId;
import java.util.Optional;

/** Stores the payment details of all partners. */
public interface Payees {

    Optional<Payee> find(PartnerId partner);

    /**
     * Replaces the previous version of payment details.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void put(Payee payee);
}
