package io.entente.commission.payees;

import io.entente.commission.partners.PartnerId;
import java.util.Optional;

/** All partners' payment details. */
public interface Payees {

    Optional<Payee> find(PartnerId partner);

    /**
     * Stores payment details over those of the version before.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    void put(Payee payee);
}
