package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;

/** Thrown if a partner has more deals than can be simulated under tiers that adjust earlier deals. */
public final class TooManyDealsException extends RuntimeException {

    TooManyDealsException(PartnerId partner, int most) {
        super("partner %s has more than %d deals, too many to simulate tiers that move earlier deals"
                .formatted(partner, most));
    }
}
