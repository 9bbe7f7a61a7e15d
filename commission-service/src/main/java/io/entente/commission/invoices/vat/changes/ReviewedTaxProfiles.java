package io.entente.commission.invoices.vat.changes;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.review.TaxDetails;
import java.time.Instant;
import java.util.Optional;

/** Tells the person who approves a batch what has become of its partners' tax profiles. */
public final class ReviewedTaxProfiles implements TaxDetails {

    private final TaxProfileChanges changes;

    public ReviewedTaxProfiles(TaxProfileChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<Instant> since(PartnerId partner) {
        return changes.applying(partner).map(TaxProfileChange::appliesSince);
    }

    @Override
    public boolean isChangeWaiting(PartnerId partner) {
        return changes.last(partner).filter(TaxProfileChange::isWaiting).isPresent();
    }
}
