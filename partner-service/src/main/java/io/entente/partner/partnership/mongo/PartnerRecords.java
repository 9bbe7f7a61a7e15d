package io.entente.partner.partnership.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.ContactEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerRecordChanged;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.partner.partnership.PartnerEvent.PartnerTierChanged;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import io.entente.platform.domain.Actor;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records by which other services learn of a partner: each event on {@code partner.events}, and the whole profile
 * on the compacted topic {@code partner.profiles} as soon as somebody has decided anything about the partner, with a tombstone when it is
 * erased. The module {@code contracts} defines their shapes.
 */
final class PartnerRecords {

    static final String EVENTS = "partner.events";
    static final String PROFILES = "partner.profiles";

    private static final String PROFILE = "partner.profile.v1";

    private final EventRecorder recorder;

    PartnerRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(Partner partner, List<PartnerEvent> events, Instant now) {
        List<OutboxRecord> records = new ArrayList<>();
        String id = partner.id().value();
        long sequence = partner.sequence() - events.size();
        for (PartnerEvent event : events) {
            records.add(
                    recorder.record(EVENTS, StepJson.type(event), id, id, ++sequence, now, data(partner, event, now)));
        }
        if (partner.status() == PartnerStatus.ERASED) {
            records.add(recorder.record(PROFILES, PROFILE, id, id, partner.version(), now, null));
        } else if (partner.status() != PartnerStatus.APPLIED) {
            // A snapshot is numbered by the version that it shows, so the newest one wins in whatever order it is read.
            records.add(
                    recorder.record(PROFILES, PROFILE, id, id, partner.version(), now, ProfileJson.of(partner, now)));
        }
        return records;
    }

    private static Object data(Partner partner, PartnerEvent event, Instant now) {
        if (event instanceof PartnerTeamChanged) {
            return TeamJson.of(partner, event.actor(), now);
        }
        if (event instanceof PartnerTierChanged changed) {
            return TierChangedJson.of(partner, changed, now);
        }
        if (event instanceof PartnerRecordChanged || event instanceof ContactEvent) {
            return ContactJson.of(partner, event, now);
        }
        return event instanceof PartnerApplied || event instanceof PartnerActivated
                ? EventJson.of(partner, event, now)
                : StepJson.of(partner, event, now);
    }

    /** {@code partner.partner-team-changed.v1}. It has no addresses, because events are kept. */
    record TeamJson(
            String partnerId, String name, List<MemberJson> team, Instant occurredAt, String actor, String origin) {

        record MemberJson(String role, String person) {}

        static TeamJson of(Partner partner, Actor actor, Instant now) {
            return new TeamJson(
                    partner.id().value(),
                    partner.application().name(),
                    partner.application().team().stream()
                            .map(member -> new MemberJson(member.role(), member.person()))
                            .toList(),
                    now,
                    actor.value(),
                    "LIVE");
        }
    }

    /** {@code partner.partner-tier-changed.v1}. */
    record TierChangedJson(
            String partnerId,
            String name,
            Tier previousTier,
            Tier tier,
            LocalDate effectiveOn,
            String reason,
            Instant occurredAt,
            String actor,
            String origin) {

        static TierChangedJson of(Partner partner, PartnerTierChanged event, Instant now) {
            return new TierChangedJson(
                    partner.id().value(),
                    partner.application().name(),
                    event.previous(),
                    event.tier(),
                    event.effectiveOn(),
                    event.reason(),
                    now,
                    event.actor().value(),
                    "LIVE");
        }
    }

    /** {@code partner.partner-applied.v1} and {@code partner.partner-activated.v1}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventJson(
            String partnerId,
            String name,
            PartnershipModel model,
            Tier tier,
            String country,
            @Nullable Boolean onboardingWaived,
            @Nullable String reason,
            Instant occurredAt,
            String actor,
            String origin) {

        static EventJson of(Partner partner, PartnerEvent event, Instant now) {
            RegisterPartner of = partner.application();
            PartnerActivated activated = event instanceof PartnerActivated activation ? activation : null;
            return new EventJson(
                    partner.id().value(),
                    of.name(),
                    of.model(),
                    of.tier(),
                    of.country(),
                    activated == null ? null : activated.isWaived(),
                    activated == null ? null : activated.reason(),
                    now,
                    event.actor().value(),
                    "LIVE");
        }
    }

    /** {@code partner.profile.v1}. */
    record ProfileJson(
            String partnerId,
            String name,
            PartnerStatus status,
            Tier tier,
            List<PeriodJson> tiers,
            PartnershipModel model,
            String locale,
            String timeZone,
            String country,
            List<PersonJson> contacts,
            List<TeamMember> team,
            @Nullable String statusReason,
            @Nullable String mergedInto,
            long version,
            Instant updatedAt) {

        /** A tier with its first day. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record PeriodJson(Tier tier, @Nullable LocalDate effectiveOn) {

            static PeriodJson of(TierPeriod period) {
                return new PeriodJson(period.tier(), period.effectiveOn());
            }
        }

        /** A person at the partner, with the address and the language for messages of the program. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record PersonJson(
                String name, String email, String role, @Nullable ContactLevel level, @Nullable String locale) {

            static PersonJson of(Contact contact) {
                return new PersonJson(
                        contact.name(), contact.address(), contact.role(), contact.level(), contact.locale());
            }
        }

        static ProfileJson of(Partner partner, Instant now) {
            RegisterPartner of = partner.application();
            return new ProfileJson(
                    partner.id().value(),
                    of.name(),
                    partner.status(),
                    of.tier(),
                    partner.tiers().periods().stream().map(PeriodJson::of).toList(),
                    of.model(),
                    of.locale(),
                    of.timeZone().getId(),
                    of.country(),
                    of.contacts().stream().map(PersonJson::of).toList(),
                    of.team(),
                    partner.status() == PartnerStatus.PAUSED
                            ? partner.standing().reason()
                            : null,
                    partner.standing().mergedInto() == null
                            ? null
                            : partner.standing().mergedInto().value(),
                    partner.version(),
                    now);
        }
    }
}
