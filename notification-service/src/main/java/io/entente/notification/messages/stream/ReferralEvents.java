package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of a referral from its submission to its end, on {@code referral.events}. */
final class ReferralEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.referral-submitted.v1", ReferralSubmitted.class),
            new EventType("referral.information-requested.v1", InformationRequested.class),
            new EventType("referral.information-provided.v1", InformationProvided.class),
            new EventType("referral.referral-accepted.v1", ReferralAccepted.class),
            new EventType("referral.referral-declined.v1", ReferralDeclined.class),
            new EventType("referral.referral-withdrawn.v1", ReferralWithdrawn.class),
            new EventType("referral.referral-reopened.v1", ReferralReopened.class),
            new EventType("referral.note-shared.v1", NoteShared.class));

    private ReferralEvents() {}

    /** {@code referral.referral-submitted.v1}. */
    record ReferralSubmitted(
            String partnerId,
            String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            String actor,
            Origin origin)
            implements ReferralEvent {

        /** The firm's persons need no entry, because they see all inboxes of partners. */
        @Override
        public Optional<String> author() {
            return Optional.of(actor).filter(one -> new Actor(one).isPartner(partnerId));
        }

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("referral-received"), TemplateName.of("referral-introduced"));
        }

        @Override
        public Facts facts() {
            return commonFacts().with("due", responseDueAt);
        }
    }

    /** {@code referral.information-requested.v1}. The message does not repeat the questions. */
    record InformationRequested(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant answerDueAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("information-requested"), TemplateName.of("questions-received"));
        }

        @Override
        public Facts facts() {
            return commonFacts().with("due", answerDueAt);
        }
    }

    /** {@code referral.information-provided.v1}. */
    record InformationProvided(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("information-provided"), TemplateName.of("questions-answered"));
        }

        @Override
        public Facts facts() {
            return commonFacts().with("due", responseDueAt);
        }
    }

    /** {@code referral.referral-accepted.v1}. */
    record ReferralAccepted(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            @Nullable Boolean contested,
            @Nullable Instant nextUpdateDueAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            boolean isContested = Boolean.TRUE.equals(contested);
            return byDirection(
                    TemplateName.of(isContested ? "referral-accepted-so-far" : "referral-accepted"),
                    TemplateName.of("referral-taken-on"));
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil).with("nextUpdate", nextUpdateDueAt);
        }
    }

    /** {@code referral.referral-declined.v1}. */
    record ReferralDeclined(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String reason,
            @Nullable String reasonCode,
            @Nullable String alternative,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("referral-declined"), TemplateName.of("referral-turned-down"));
        }

        @Override
        public Facts facts() {
            return commonFacts().withReason(reason, reasonCode).with("alternative", alternative);
        }
    }

    /** {@code referral.referral-withdrawn.v1}. */
    record ReferralWithdrawn(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable String reason,
            @Nullable String reasonCode,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("referral-withdrawn"), TemplateName.of("referral-recalled"));
        }

        @Override
        public Facts facts() {
            return commonFacts().withReason(reason, reasonCode);
        }
    }

    /** {@code referral.referral-reopened.v1}. */
    record ReferralReopened(
            String partnerId,
            Client client,
            String service,
            @Nullable String reason,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("referral-reopened");
        }

        @Override
        public Facts facts() {
            return commonFacts().withReason(reason, null).with("due", responseDueAt);
        }
    }

    /** {@code referral.note-shared.v1}. A partner is not notified of its own notes. */
    record NoteShared(String partnerId, Client client, String service, String actor, Origin origin)
            implements ReferralEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return new Actor(actor).isPartner(partnerId) ? null : TemplateName.of("note-shared");
        }

        @Override
        public Facts facts() {
            return commonFacts();
        }
    }
}
