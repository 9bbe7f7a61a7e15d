package io.entente.notification.messages.stream;

import io.entente.notification.messages.SendOutsideMails;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events about mails to people outside the program. They have one reader, who is no audience. */
final class OutsideMessageEvents {

    static final String REQUESTED = "partner.outside-message-requested.v1";
    static final String WITHDRAWN = "partner.outside-message-withdrawn.v1";

    private OutsideMessageEvents() {}

    static EventConsumer subscribe(EventConsumer consumer, SendOutsideMails mails) {
        return consumer.on(REQUESTED, Requested.class, (event, envelope) -> mails.send(event.toRequest(envelope)))
                .on(WITHDRAWN, Withdrawn.class, (event, envelope) -> mails.withdraw(event.aboutId()));
    }

    /** {@code partner.outside-message-requested.v1}. */
    record Requested(
            String aboutId,
            String partnerId,
            String messageId,
            String kind,
            String locale,
            String sealed,
            Instant expiresAt,
            @Nullable String partnerName) {

        SendOutsideMails.Request toRequest(EventEnvelope envelope) {
            return new SendOutsideMails.Request(
                    envelope.id(),
                    envelope.type(),
                    messageId,
                    aboutId,
                    partnerId,
                    kind,
                    locale,
                    partnerName,
                    sealed,
                    expiresAt);
        }
    }

    /** {@code partner.outside-message-withdrawn.v1}. */
    record Withdrawn(String aboutId) {}
}
