package io.entente.partner.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands, since when, and why.
 *
 * @param since when the partner came into this status
 * @param reason why, worded for the partner; null if none was given
 * @param until of a paused partner, the day by which the pause is looked at again; of a declined one, the day from which another
 *     application is welcome; null if there is none
 * @param remindedAt when somebody was reminded to look at the pause again; null before
 * @param mergedInto the record with which the company goes on; null if this isn't a duplicate
 */
public record Standing(
        PartnerStatus status,
        Instant since,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable Instant remindedAt,
        @Nullable PartnerId mergedInto) {

    /** The statuses that somebody has to explain to the partner. */
    private static final Set<PartnerStatus> EXPLAINED = Set.of(
            PartnerStatus.INFORMATION_REQUIRED, PartnerStatus.DECLINED, PartnerStatus.PAUSED, PartnerStatus.INACTIVE);

    /** A standing of which nobody was reminded. */
    public Standing(PartnerStatus status, Instant since, @Nullable String reason, @Nullable LocalDate until) {
        this(status, since, reason, until, null, null);
    }

    /** The standing after a step. The text of other steps is for the record and not for the partner. */
    Standing after(LifecycleStep step) {
        return new Standing(
                step.to(),
                step.to() == status ? since : step.at(),
                EXPLAINED.contains(step.to()) ? step.text() : null,
                step.until());
    }

    /** The day on which somebody has to be reminded of the pause; null if nobody has to be. */
    public @Nullable LocalDate reviewOn() {
        return status == PartnerStatus.PAUSED && remindedAt == null ? until : null;
    }

    Standing merged(PartnerId into) {
        return new Standing(status, since, reason, until, remindedAt, into);
    }

    Standing reminded(Instant now) {
        return new Standing(status, since, reason, until, now, mergedInto);
    }

    Standing redacted(UnaryOperator<String> withoutPerson) {
        return new Standing(
                status, since, reason == null ? null : withoutPerson.apply(reason), until, remindedAt, mergedInto);
    }

    /** The same status without its reason, because a reason may name a person. */
    Standing erased(Instant now) {
        return new Standing(PartnerStatus.ERASED, now, null, null);
    }
}
