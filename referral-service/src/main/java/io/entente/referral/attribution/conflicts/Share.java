package io.entente.referral.attribution.conflicts;

import java.math.BigDecimal;

/**
 * One partner's part of the credit for later deals.
 *
 * @param share as a part of 1, more than 0
 */
public record Share(String partnerId, BigDecimal share) {}
