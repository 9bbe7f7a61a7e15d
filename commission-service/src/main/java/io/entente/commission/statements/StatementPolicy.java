package io.entente.commission.statements;

import java.time.Duration;
import java.time.LocalDate;

/**
 * The program's terms for statements.
 *
 * @param effectiveFrom the first day on which a statement is issued by it
 * @param disputeDays how long a partner may dispute after a statement is issued, in days
 */
public record StatementPolicy(long version, LocalDate effectiveFrom, int disputeDays) {

    public Duration toDispute() {
        return Duration.ofDays(disputeDays);
    }
}
