package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;

/** Thrown if a partner has more deals than can be simulated under tiers that adjust earlier deals. */
public final class TooManyDealsException extends RuntimeException {

    TooManyDealsException(PartnerId partner, int most) {
        super("Partner %s has more than %d deals, too many to simulate tiers that adjust earlier deals"
                .formatted(partner, most));
    }
}
