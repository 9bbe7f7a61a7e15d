package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;

/** Thrown if a partner has more deals and payments than can be simulated at once. */
public final class TooManyDealsException extends RuntimeException {

    TooManyDealsException(PartnerId partner, int most) {
        super("Partner %s has more than %d deals and payments, too many to simulate".formatted(partner, most));
    }
}
