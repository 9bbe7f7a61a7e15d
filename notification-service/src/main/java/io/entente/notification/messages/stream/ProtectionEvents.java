package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of the protection of a partner's claim on a client, on {@code referral.events}. */
final class ProtectionEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.protection-expiring.v1", ProtectionExpiring.class),
            new EventType("referral.referral-expired.v1", ReferralExpired.class),
            new EventType("referral.extension-requested.v1", ExtensionRequested.class),
            new EventType("referral.extension-refused.v1", ExtensionRefused.class),
            new EventType("referral.protection-extended.v1", ProtectionExtended.class));

    private ProtectionEvents() {}

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
}
