package io.entente.commission.payees.changes;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.util.Optional;
import java.util.function.Function;

/** Stores the payment details of all partners with their changes. */
public interface PayeeFiles {

    Optional<PayeeFile> file(PartnerId partner);

    /** Whether the payment details of the partner were erased. It never gets others. */
    boolean isErased(PartnerId partner);

    /** Stores the first payment details of a partner. Returns false if there are some already. */
    boolean add(Change<PayeeFile, PayeeEvent> entered);

    /** Changes a file by a decision, which is made again if another write came in between; empty if there is no file. */
    Optional<Decision<PayeeFile>> change(
            PartnerId partner, Function<PayeeFile, Decision<Change<PayeeFile, PayeeEvent>>> decide);
}
