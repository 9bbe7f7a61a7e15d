package io.entente.commission.payees;

import io.entente.commission.partners.PartnerId;
import java.util.Optional;

/** Reads the payment details that apply at present. A change that waits for a second person doesn't apply yet. */
public interface Payees {

    /** Empty if there are none, or if they were erased. */
    Optional<Payee> find(PartnerId partner);
}
