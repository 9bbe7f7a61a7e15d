package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a referral from its submission to the end of its protection, on {@code referral.events}. */
final class ReferralEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.referral-submitted.v1", ReferralSubmitted.class),
            new EventType("referral.information-requested.v1", InformationRequested.class),
            new EventType("referral.information-provided.v1", InformationProvided.class),
            new EventType("referral.referral-accepted.v1", ReferralAccepted.class),
            new EventType("referral.referral-declined.v1", ReferralDeclined.class),
            new EventType("referral.referral-withdrawn.v1", ReferralWithdrawn.class),
            new EventType("referral.protection-expiring.v1", ProtectionExpiring.class),
            new EventType("referral.referral-expired.v1", ReferralExpired.class),
            new EventType("referral.referral-reopened.v1", ReferralReopened.class),
            new EventType("referral.extension-requested.v1", ExtensionRequested.class),
            new EventType("referral.extension-refused.v1", ExtensionRefused.class),
            new EventType("referral.protection-extended.v1", ProtectionExtended.class),
            new EventType("referral.note-shared.v1", NoteShared.class),
            new EventType("referral.crm-change-waiting.v1", CrmChangeWaiting.class));

    private ReferralEvents() {}

    /** {@code referral.referral-submitted.v1}. */
    record ReferralSubmitted(
            String partnerId,
            String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements ReferralEvent {

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
            @Nullable Instant nextUpdateDueAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("referral-accepted"), TemplateName.of("referral-taken-on"));
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

    /** {@code referral.protection-expiring.v1}. */
    record ProtectionExpiring(String partnerId, Client client, String service, Instant protectedUntil, Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("protection-expiring");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil);
        }
    }

    /** {@code referral.referral-expired.v1}. */
    record ReferralExpired(
            String partnerId, Client client, String service, @Nullable Instant protectedUntil, Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("referral-expired");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil);
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

    /** {@code referral.extension-requested.v1}. The firm has to answer the request. */
    record ExtensionRequested(
            String referralId, String partnerId, Client client, String service, Instant until, Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("extension-requested");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-extension-requested");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("until", until).with("referralId", referralId);
        }
    }

    /** {@code referral.extension-refused.v1}. */
    record ExtensionRefused(
            String partnerId,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            String reason,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("extension-refused");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil).withReason(reason, null);
        }
    }

    /** {@code referral.note-shared.v1}. A partner is not notified of its own notes. */
    record NoteShared(String partnerId, Client client, String service, String actor, Origin origin)
            implements ReferralEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return Actor.partner(partnerId).value().equals(actor) ? null : TemplateName.of("note-shared");
        }

        @Override
        public Facts facts() {
            return commonFacts();
        }
    }

    /** {@code referral.protection-extended.v1}. */
    record ProtectionExtended(
            String partnerId,
            Client client,
            String service,
            Instant protectedUntil,
            @Nullable String reason,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("protection-extended");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil).withReason(reason, null);
        }
    }

    /** {@code referral.crm-change-waiting.v1}. Only a team is notified, because only the firm can do something about it. */
    record CrmChangeWaiting(
            String referralId,
            String partnerId,
            String crm,
            String crmDealId,
            Client client,
            String service,
            Instant waitingSince,
            Origin origin)
            implements ReferralEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-crm-change-waiting");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("referralId", referralId)
                    .with("crm", crm)
                    .with("crmDealId", crmDealId)
                    .with("waitingSince", waitingSince);
        }
    }
}
