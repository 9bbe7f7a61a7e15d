package io.entente.partner.pauses.policy;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;

/**
 * One version of when a partner is paused because of promises that it hasn't kept.
 *
 * @param windowDays how many days a missed promise counts
 * @param pauseFrom so many missed promises in the window pause the partner
 * @param reviewAfterDays after so many days somebody looks at the pause again
 */
public record PausePolicy(int version, LocalDate effectiveFrom, int windowDays, int pauseFrom, int reviewAfterDays)
        implements PolicyVersion {

    public PausePolicy {
        if (windowDays < 1 || pauseFrom < 1 || reviewAfterDays < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for pauses needs windowDays, pauseFrom and reviewAfterDays of 1 or more"
                            .formatted(version));
        }
    }
}
