package io.entente.notification.messages.stream;

import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.events.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** An event of a referral. All of them name the client and the service. */
interface ReferralEvent extends AnnouncedEvent {

    Client client();

    String service();

    /** {@code INBOUND}, from the partner to the firm, or {@code OUTBOUND}; absent means {@code INBOUND}. */
    default @Nullable String direction() {
        return null;
    }

    /** Most events of a referral are its own. The event of a deal names its referral. */
    @Override
    default String referralOf(EventEnvelope envelope) {
        return envelope.subject();
    }

    /** The message depends on whether the partner referred the client to the firm or the firm to the partner. */
    default TemplateName byDirection(TemplateName inbound, TemplateName outbound) {
        return isOutbound() ? outbound : inbound;
    }

    default boolean isOutbound() {
        return "OUTBOUND".equals(direction());
    }

    default Facts commonFacts() {
        return Facts.none().with("client", client().organisation()).with("service", service());
    }
}
