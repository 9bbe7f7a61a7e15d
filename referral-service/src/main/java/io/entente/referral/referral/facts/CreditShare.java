package io.entente.referral.referral.facts;

import java.math.BigDecimal;

/**
 * One partner's part in bringing a deal.
 *
 * @param role what it did, {@code ORIGINATOR}, {@code CO_SELLER}; an open vocabulary
 * @param share as a part of 1
 */
public record CreditShare(String partnerId, String role, BigDecimal share) {

    private static final String ORIGINATOR = "ORIGINATOR";

    /** All of it to the partner that brought the client. */
    public static CreditShare whole(String partnerId) {
        return new CreditShare(partnerId, ORIGINATOR, BigDecimal.ONE);
    }
}
