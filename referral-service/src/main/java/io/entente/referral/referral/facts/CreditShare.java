package io.entente.referral.referral.facts;

import java.math.BigDecimal;

/**
 * A partner's share of the credit for a deal.
 *
 * @param role the partner's contribution, such as {@code ORIGINATOR} or {@code CO_SELLER}; other codes are allowed
 * @param share as a fraction of 1
 */
public record CreditShare(String partnerId, String role, BigDecimal share) {

    private static final String ORIGINATOR = "ORIGINATOR";

    /** Gives all of the credit to the partner that introduced the client. */
    public static CreditShare whole(String partnerId) {
        return new CreditShare(partnerId, ORIGINATOR, BigDecimal.ONE);
    }
}
