package io.entente.commission.plans.inputs;

import io.entente.commission.partners.PartnerId;
import java.util.Objects;

/**
 * One partner's part in bringing a deal.
 *
 * @param role what it did, {@code ORIGINATOR}
 */
public record Credit(PartnerId partnerId, String role, Fraction share) {

    public Credit {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(share, "share");
    }
}
