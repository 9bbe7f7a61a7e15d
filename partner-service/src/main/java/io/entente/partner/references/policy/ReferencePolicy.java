package io.entente.partner.references.policy;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;

/**
 * One version of how references are asked for.
 *
 * @param validDays for so long a link takes an answer
 * @param remindAfterDays after so many days a referee who hasn't answered is reminded, once
 */
public record ReferencePolicy(int version, LocalDate effectiveFrom, int validDays, int remindAfterDays)
        implements PolicyVersion {

    public ReferencePolicy {
        if (remindAfterDays < 1 || validDays <= remindAfterDays) {
            throw new IllegalArgumentException("validDays must be above remindAfterDays, and that at least 1");
        }
    }
}
