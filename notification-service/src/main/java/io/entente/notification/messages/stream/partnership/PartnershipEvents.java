package io.entente.notification.messages.stream.partnership;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a partnership on {@code partner.events}. */
public final class PartnershipEvents {

    public static final List<EventType> TYPES = List.of(
            new EventType("partner.application-received.v1", ApplicationReceived.class),
            new EventType("partner.reference-received.v1", ReferenceReceived.class),
            new EventType("partner.reference-request-expired.v1", ReferenceRequestExpired.class),
            new EventType("partner.partner-information-requested.v1", PartnerInformationRequested.class),
            new EventType("partner.partner-approved.v1", PartnerApproved.class),
            new EventType("partner.partner-declined.v1", PartnerDeclined.class),
            new EventType("partner.partner-activated.v1", PartnerActivated.class),
            new EventType("partner.partner-paused.v1", PartnerPaused.class),
            new EventType("partner.pause-review-due.v1", PauseReviewDue.class),
            new EventType("partner.partner-resumed.v1", PartnerResumed.class),
            new EventType("partner.partner-deactivated.v1", PartnerDeactivated.class),
            new EventType("partner.partner-contact-departed.v1", PartnerContactDeparted.class),
            new EventType("partner.member-joined.v1", MemberJoined.class));

    private PartnershipEvents() {}

    /** {@code partner.application-received.v1}. It is for the partner managers. */
    record ApplicationReceived(String partnerId, String name, int duplicates, Origin origin)
            implements AnnouncedEvent.ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("application-received");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("applicant", name)
                    .with("duplicates", duplicates == 0 ? null : Integer.toString(duplicates));
        }
    }

    /** {@code partner.reference-received.v1}. The person who has asked for it is told. */
    record ReferenceReceived(String partnerId, String askedBy, Origin origin) implements AnnouncedEvent.ForFirm {

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return toOwner(askedBy, TemplateName.of("reference-received"));
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.reference-request-expired.v1}. The person who has asked for it is told. */
    record ReferenceRequestExpired(String partnerId, String askedBy, Origin origin) implements AnnouncedEvent.ForFirm {

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return toOwner(askedBy, TemplateName.of("reference-request-expired"));
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.partner-information-requested.v1}. */
    record PartnerInformationRequested(String partnerId, String questions, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-information-requested");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("questions", questions);
        }
    }

    /** {@code partner.partner-approved.v1}. */
    record PartnerApproved(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-approved");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.partner-declined.v1}. */
    record PartnerDeclined(String partnerId, String reason, @Nullable LocalDate reapplyFrom, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-declined");
        }

        @Override
        public Facts facts() {
            return Facts.none().withReason(reason, null).with("reapplyFrom", reapplyFrom);
        }
    }

    /**
     * {@code partner.partner-activated.v1}. A partnership that exists already is only recorded as active, so its partner isn't welcomed. Its
     * profile may also arrive after this event, because nothing has happened to it before.
     */
    record PartnerActivated(String partnerId, @Nullable Boolean onboardingWaived, Origin origin)
            implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return Boolean.TRUE.equals(onboardingWaived) ? null : TemplateName.of("partner-activated");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.partner-paused.v1}. The person who is responsible hears of it, too, unless it was that person's own decision. */
    record PartnerPaused(
            String partnerId,
            String reason,
            @Nullable LocalDate until,
            @Nullable String owner,
            String actor,
            Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-paused");
        }

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return owner == null || Actor.isSamePerson(actor, owner)
                    ? null
                    : toOwner(owner, TemplateName.of("person-partner-paused"));
        }

        @Override
        public Facts facts() {
            return Facts.none().withReason(reason, null).with("reviewOn", until);
        }
    }

    /** {@code partner.pause-review-due.v1}. It is for whoever is responsible, and for all partner managers if nobody is. */
    record PauseReviewDue(String partnerId, String reason, LocalDate reviewOn, @Nullable String owner, Origin origin)
            implements AnnouncedEvent.ForFirm {

        private static final TemplateName TEMPLATE = TemplateName.of("pause-review-due");

        @Override
        public @Nullable TemplateName teamTemplate() {
            return toPerson() == null ? TEMPLATE : null;
        }

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return toOwner(owner, TEMPLATE);
        }

        @Override
        public Facts facts() {
            return Facts.none().withReason(reason, null).with("reviewOn", reviewOn);
        }
    }

    /** {@code partner.partner-resumed.v1}. Its evidence is for the record. */
    record PartnerResumed(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-resumed");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code partner.partner-deactivated.v1}. */
    record PartnerDeactivated(String partnerId, String reason, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-deactivated");
        }

        @Override
        public Facts facts() {
            return Facts.none().withReason(reason, null);
        }
    }

    /**
     * {@code partner.partner-contact-departed.v1}. The person who is responsible for the partnership is told, and all partner managers if
     * nobody is. The partner knows it itself.
     */
    record PartnerContactDeparted(
            String partnerId,
            @Nullable String level,
            int contacts,
            List<String> risks,
            @Nullable String owner,
            Origin origin)
            implements AnnouncedEvent.ForFirm {

        private static final TemplateName TEMPLATE = TemplateName.of("contact-departed");

        @Override
        public @Nullable TemplateName teamTemplate() {
            return toPerson() == null ? TEMPLATE : null;
        }

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return toOwner(owner, TEMPLATE);
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .withWord("level", "level", level == null ? "OTHER" : level)
                    .with("contacts", Integer.toString(contacts))
                    .withWords("risks", "risk", risks);
        }
    }

    /** {@code partner.member-joined.v1}. The partner hears of it, so that it notices a person that it doesn't know. */
    record MemberJoined(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("member-joined");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    private static Announcement.@Nullable ToPerson toOwner(@Nullable String owner, TemplateName template) {
        return Colleague.isPerson(owner) && owner != null ? new Announcement.ToPerson(owner, template) : null;
    }
}
