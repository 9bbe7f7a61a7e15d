package io.entente.partner.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands, since when, and why.
 *
 * @param since when the partner came into this status
 * @param reason why, worded for the partner; null if none was given
 * @param until of a paused partner, the day by which the pause is looked at again; of a declined one, the day from which another
 *     application is welcome; null if there is none
 */
public record Standing(PartnerStatus status, Instant since, @Nullable String reason, @Nullable LocalDate until) {

    /** The statuses that somebody has to explain to the partner. */
    private static final Set<PartnerStatus> EXPLAINED = Set.of(
            PartnerStatus.INFORMATION_REQUIRED, PartnerStatus.DECLINED, PartnerStatus.PAUSED, PartnerStatus.INACTIVE);

    /** The standing after a step. The text of other steps is for the record and not for the partner. */
    static Standing after(LifecycleStep step) {
        return new Standing(step.to(), step.at(), EXPLAINED.contains(step.to()) ? step.text() : null, step.until());
    }

    /** The same status without its reason, because a reason may name a person. */
    Standing erased(Instant now) {
        return new Standing(PartnerStatus.ERASED, now, null, null);
    }
}
