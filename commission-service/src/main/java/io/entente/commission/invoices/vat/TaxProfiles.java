package io.entente.commission.invoices.vat;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Optional;

/** Finds the version of a tax profile that applies. One that waits for a second person, or was refused, doesn't apply. */
public interface TaxProfiles {

    /** The latest version that applies and is effective on a day. */
    Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day);

    Optional<TaxProfile> version(PartnerId partner, long version);
}
