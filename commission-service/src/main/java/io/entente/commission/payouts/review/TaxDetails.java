package io.entente.commission.payouts.review;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.util.Optional;

/** Says what has become of the details by which partners are taxed. */
public interface TaxDetails {

    /** When the present details began to apply; empty if the partner has none. */
    Optional<Instant> since(PartnerId partner);

    /** Whether a change waits for a second person. */
    boolean isChangeWaiting(PartnerId partner);
}
