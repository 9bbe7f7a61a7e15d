package io.entente.partner.programhealth;

import io.entente.platform.domain.policy.PolicyVersion;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * By what the health of the program is measured.
 *
 * @param effectiveFrom the day from which this version applies
 * @param healthyReturn how many times its cost a healthy program brings
 * @param topPartners of how many partners the share of the revenue is shown
 */
public record HealthPolicy(long version, LocalDate effectiveFrom, BigDecimal healthyReturn, int topPartners)
        implements PolicyVersion {

    public HealthPolicy {
        if (healthyReturn.signum() <= 0 || topPartners < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for the program's health needs a return and a number of partners above zero"
                            .formatted(version));
        }
    }
}
