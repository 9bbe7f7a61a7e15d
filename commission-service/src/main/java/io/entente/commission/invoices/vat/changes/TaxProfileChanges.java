package io.entente.commission.invoices.vat.changes;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;

/** Stores all versions of all tax profiles with what became of them. */
public interface TaxProfileChanges {

    /** The latest version that applies. */
    Optional<TaxProfileChange> applying(PartnerId partner);

    /** The latest version, which may wait or have been refused. */
    Optional<TaxProfileChange> last(PartnerId partner);

    /** All versions, the first one first. */
    Page<TaxProfileChange> history(PartnerId partner, PageRequest page);

    /** Stores a new version. Returns false if its number is taken. */
    boolean add(Change<TaxProfileChange, TaxProfileEvent> added);

    /** Changes a version by a decision, which is made again if another write came in between; empty if there is no such version. */
    Optional<Decision<TaxProfileChange>> change(
            PartnerId partner,
            long version,
            Function<TaxProfileChange, Decision<Change<TaxProfileChange, TaxProfileEvent>>> decide);
}
