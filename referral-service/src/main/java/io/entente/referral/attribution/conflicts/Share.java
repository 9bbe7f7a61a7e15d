package io.entente.referral.attribution.conflicts;

import java.math.BigDecimal;

/**
 * One partner's share of the credit for later deals.
 *
 * @param share a fraction of 1, more than 0
 */
public record Share(String partnerId, BigDecimal share) {}
