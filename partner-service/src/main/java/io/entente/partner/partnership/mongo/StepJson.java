package io.entente.partner.partnership.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerApproved;
import io.entente.partner.partnership.PartnerEvent.PartnerContactAdded;
import io.entente.partner.partnership.PartnerEvent.PartnerContactChanged;
import io.entente.partner.partnership.PartnerEvent.PartnerContactDeparted;
import io.entente.partner.partnership.PartnerEvent.PartnerDeactivated;
import io.entente.partner.partnership.PartnerEvent.PartnerDeclined;
import io.entente.partner.partnership.PartnerEvent.PartnerInformationProvided;
import io.entente.partner.partnership.PartnerEvent.PartnerInformationRequested;
import io.entente.partner.partnership.PartnerEvent.PartnerMerged;
import io.entente.partner.partnership.PartnerEvent.PartnerOnboardingStarted;
import io.entente.partner.partnership.PartnerEvent.PartnerPaused;
import io.entente.partner.partnership.PartnerEvent.PartnerRecordChanged;
import io.entente.partner.partnership.PartnerEvent.PartnerResumed;
import io.entente.partner.partnership.PartnerEvent.PartnerReviewStarted;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.partner.partnership.PartnerEvent.PartnerTierChanged;
import io.entente.partner.partnership.PartnerEvent.PauseReviewDue;
import io.entente.partner.partnership.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of the events that announce a step of the lifecycle. Each event has the fields of its schema; the others are absent.
 *
 * @param tier of an approved partner, the tier in which it will start
 * @param owner of a paused partner, the person of the firm who is responsible for the partnership
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepJson(
        String partnerId,
        String name,
        @Nullable Tier tier,
        @Nullable String questions,
        @Nullable String reason,
        @Nullable LocalDate reapplyFrom,
        @Nullable LocalDate until,
        @Nullable LocalDate reviewOn,
        @Nullable String into,
        @Nullable String owner,
        Instant occurredAt,
        String actor,
        String origin) {

    private static final Map<Class<? extends PartnerEvent>, String> TYPES = Map.ofEntries(
            Map.entry(PartnerApplied.class, "partner.partner-applied.v1"),
            Map.entry(PartnerReviewStarted.class, "partner.partner-review-started.v1"),
            Map.entry(PartnerInformationRequested.class, "partner.partner-information-requested.v1"),
            Map.entry(PartnerInformationProvided.class, "partner.partner-information-provided.v1"),
            Map.entry(PartnerApproved.class, "partner.partner-approved.v1"),
            Map.entry(PartnerDeclined.class, "partner.partner-declined.v1"),
            Map.entry(PartnerOnboardingStarted.class, "partner.partner-onboarding-started.v1"),
            Map.entry(PartnerActivated.class, "partner.partner-activated.v1"),
            Map.entry(PartnerPaused.class, "partner.partner-paused.v1"),
            Map.entry(PartnerMerged.class, "partner.partner-merged.v1"),
            Map.entry(PauseReviewDue.class, "partner.pause-review-due.v1"),
            Map.entry(PartnerResumed.class, "partner.partner-resumed.v1"),
            Map.entry(PartnerDeactivated.class, "partner.partner-deactivated.v1"),
            Map.entry(PartnerRecordChanged.class, "partner.partner-record-changed.v1"),
            Map.entry(PartnerContactAdded.class, "partner.partner-contact-added.v1"),
            Map.entry(PartnerContactChanged.class, "partner.partner-contact-changed.v1"),
            Map.entry(PartnerContactDeparted.class, "partner.partner-contact-departed.v1"),
            Map.entry(PartnerTierChanged.class, "partner.partner-tier-changed.v1"),
            Map.entry(PartnerTeamChanged.class, "partner.partner-team-changed.v1"));

    /** The type of an event on the wire. */
    static String type(PartnerEvent event) {
        String type = TYPES.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("There is no wire type for " + event);
        }
        return type;
    }

    static StepJson of(Partner partner, PartnerEvent event, Instant now) {
        return new StepJson(
                partner.id().value(),
                partner.application().name(),
                event instanceof PartnerApproved ? partner.application().tier() : null,
                event instanceof PartnerInformationRequested requested ? requested.questions() : null,
                reason(partner, event),
                event instanceof PartnerDeclined declined ? declined.reapplyFrom() : null,
                event instanceof PartnerPaused paused ? paused.until() : null,
                event instanceof PauseReviewDue due ? due.reviewOn() : null,
                event instanceof PartnerMerged merged ? merged.into().value() : null,
                event instanceof PartnerPaused || event instanceof PauseReviewDue
                        ? partner.owner().orElse(null)
                        : null,
                now,
                event.actor().value(),
                "LIVE");
    }

    private static @Nullable String reason(Partner partner, PartnerEvent event) {
        if (event instanceof PauseReviewDue) {
            return partner.standing().reason();
        }
        if (event instanceof PartnerDeclined declined) {
            return declined.reason();
        }
        if (event instanceof PartnerPaused paused) {
            return paused.reason();
        }
        if (event instanceof PartnerMerged merged) {
            return merged.reason();
        }
        if (event instanceof PartnerResumed resumed) {
            return resumed.evidence();
        }
        return event instanceof PartnerDeactivated ended ? ended.reason() : null;
    }
}
