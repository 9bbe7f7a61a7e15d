package io.entente.commission.plans.inputs;

import io.entente.commission.partners.PartnerId;
import java.util.Objects;

/**
 * The credit of one partner for a deal.
 *
 * @param role what the partner did, such as {@code ORIGINATOR}
 */
public record Credit(PartnerId partnerId, String role, Fraction share) {

    public Credit {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(share, "share");
    }
}
