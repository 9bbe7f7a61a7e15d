package io.entente.commission.statements;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The program's terms for statements.
 *
 * @param effectiveFrom statements issued from this day on follow this version
 * @param disputeDays how many days a partner may dispute a statement after it is issued
 */
public record StatementPolicy(long version, LocalDate effectiveFrom, int disputeDays) implements PolicyVersion {

    public Duration toDispute() {
        return Duration.ofDays(disputeDays);
    }
}
