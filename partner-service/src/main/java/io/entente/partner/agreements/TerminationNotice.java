package io.entente.partner.agreements;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One side's notice that it ends the agreement.
 *
 * @param endsOn the last day on which the agreement binds
 */
public record TerminationNotice(Side by, String actor, Instant at, String reason, LocalDate endsOn) {

    TerminationNotice withReason(String other) {
        return new TerminationNotice(by, actor, at, other, endsOn);
    }
}
