package io.entente.notification.messages.stream;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent.ForFirm;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of SLA clocks on {@code referral.events}. A partner is notified of the promises that it has to keep itself, and of new due dates. */
final class SlaEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.sla-reminder-due.v1", SlaReminderDue.class),
            new EventType("referral.sla-breached.v1", SlaBreached.class),
            new EventType("referral.sla-escalated.v1", SlaEscalated.class),
            new EventType("referral.sla-handed-over.v1", SlaHandedOver.class),
            new EventType("referral.sla-moved.v1", SlaMoved.class));

    private SlaEvents() {}

    /** An event of an SLA clock. Of an outbound referral it is the partner's promise, whoever in the firm looks after it. */
    interface ClockEvent extends ReferralEvent {

        String referralId();

        String clock();

        Instant dueAt();

        /** Who has to keep the promise, such as {@code role:ops} or {@code partner:<id>}; absent until somebody is named. */
        default @Nullable String owner() {
            return null;
        }

        /**
         * The template if the partner owns the clock. Of an outbound referral, the partner also owes the response and updates.
         * If the firm has asked about the partner's own referral, it owes answers.
         *
         * @param happened what happened to the promise: {@code due}, {@code overdue} or {@code moved}
         */
        default @Nullable TemplateName forOwner(String happened) {
            boolean isOwner = Actor.partner(partnerId()).value().equals(owner());
            boolean isFollowUp = clock().equals("PARTNER_FOLLOW_UP");
            String promise = isFollowUp && !isOutbound() ? "answers-" : "follow-up-";
            return isOwner || isFollowUp ? TemplateName.of(promise + happened) : null;
        }

        default Facts clockFacts() {
            return commonFacts()
                    .withWord("clock", isOutbound() ? "partner-clock" : "clock", clock())
                    .with("dueAt", dueAt())
                    .with("referralId", referralId());
        }
    }

    /** {@code referral.sla-reminder-due.v1}. */
    record SlaReminderDue(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            @Nullable String owner,
            int elapsedPercent,
            Origin origin)
            implements ClockEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return forOwner("due");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-sla-reminder");
        }

        @Override
        public Facts facts() {
            return clockFacts().with("elapsed", BigDecimal.valueOf(elapsedPercent, 2));
        }
    }

    /** {@code referral.sla-breached.v1}. */
    record SlaBreached(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            @Nullable String owner,
            Origin origin)
            implements ClockEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return forOwner("overdue");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-sla-breached");
        }

        @Override
        public Facts facts() {
            return clockFacts();
        }
    }

    /** {@code referral.sla-escalated.v1}. Escalations are internal to the firm. The person who has to act now is notified, too. */
    record SlaEscalated(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            int level,
            @Nullable String escalatedTo,
            Origin origin)
            implements ClockEvent, ForFirm {

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return escalatedTo != null && Colleague.isPerson(escalatedTo)
                    ? new Announcement.ToPerson(escalatedTo, TemplateName.of("person-sla-escalated"))
                    : null;
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-sla-escalated");
        }

        @Override
        public Facts facts() {
            return clockFacts().with("level", Integer.toString(level));
        }
    }

    /** {@code referral.sla-handed-over.v1}. Only the person who has to act now is notified. */
    record SlaHandedOver(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            String person,
            Origin origin)
            implements ClockEvent, ForFirm {

        @Override
        public Announcement.@Nullable ToPerson toPerson() {
            return Colleague.isPerson(person)
                    ? new Announcement.ToPerson(person, TemplateName.of("person-sla-handed-over"))
                    : null;
        }

        @Override
        public Facts facts() {
            return clockFacts();
        }
    }

    /** {@code referral.sla-moved.v1}. The partner hears when it can expect something, or when it is expected, after a change. */
    record SlaMoved(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            Instant previousDueAt,
            @Nullable String owner,
            Origin origin)
            implements ClockEvent {

        @Override
        public TemplateName partnerTemplate() {
            TemplateName itsOwn = forOwner("moved");
            TemplateName ofOther = TemplateName.of(isOutbound() ? "follow-up-moved" : "promise-moved");
            return itsOwn == null ? ofOther : itsOwn;
        }

        @Override
        public Facts facts() {
            return clockFacts().with("previousDueAt", previousDueAt);
        }
    }
}
