package io.entente.commission.invoices.vat;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.Optional;

/** Stores all versions of all tax profiles. */
public interface TaxProfiles {

    /** The latest version. */
    Optional<TaxProfile> latest(PartnerId partner);

    /** The latest version that is effective on a day. */
    Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day);

    Optional<TaxProfile> version(PartnerId partner, long version);

    /** All versions, the first one first. */
    Page<TaxProfile> history(PartnerId partner, PageRequest page);

    /**
     * Appends a version.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if the version exists already
     */
    void append(TaxProfile profile);
}
