package io.entente.partner.programhealth;

import io.entente.partner.partnership.LifecycleStep;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.TierHistory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a partner has been in the program.
 *
 * @param joinedOn the day on which it became active for the first time
 * @param leftOn the day on which the partnership ended; null if it goes on
 */
public record Tenure(
        String partnerId, PartnershipModel model, TierHistory tiers, LocalDate joinedOn, @Nullable LocalDate leftOn) {

    private static final Set<PartnerStatus> ENDED = Set.of(PartnerStatus.INACTIVE, PartnerStatus.ERASED);

    /**
     * The tenure of a partner; empty if it never became active, or if it is a duplicate whose company goes on under another record.
     *
     * @param zone of the program's days
     */
    static Optional<Tenure> of(Partner partner, ZoneId zone) {
        if (partner.activatedAt() == null || partner.standing().mergedInto() != null) {
            return Optional.empty();
        }
        return Optional.of(new Tenure(
                partner.id().value(),
                partner.application().model(),
                partner.tiers(),
                LocalDate.ofInstant(partner.activatedAt(), zone),
                leftOn(partner, zone)));
    }

    private static @Nullable LocalDate leftOn(Partner partner, ZoneId zone) {
        if (!ENDED.contains(partner.status())) {
            return null;
        }
        return partner.steps().stream()
                .filter(step -> ENDED.contains(step.to()))
                .map(LifecycleStep::at)
                .map(at -> LocalDate.ofInstant(at, zone))
                .findFirst()
                .orElseGet(() -> LocalDate.ofInstant(partner.standing().since(), zone));
    }

    /** Whether it was in the program at the end of a day. */
    boolean isIn(LocalDate day) {
        return !joinedOn.isAfter(day) && (leftOn == null || leftOn.isAfter(day));
    }

    boolean hasJoinedBetween(LocalDate from, LocalDate to) {
        return !joinedOn.isBefore(from) && !joinedOn.isAfter(to);
    }

    boolean hasLeftBetween(LocalDate from, LocalDate to) {
        return leftOn != null && !leftOn.isBefore(from) && !leftOn.isAfter(to);
    }
}
