package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.util.List;

/** The events of payment details on {@code commission.events}. */
final class PayeeEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.payee-change-requested.v1", PayeeChangeRequested.class),
            new EventType("commission.payee-changed.v1", PayeeChanged.class));

    private PayeeEvents() {}

    /** {@code commission.payee-change-requested.v1}. The partner hears of it, so that it can object to a change it doesn't know. */
    record PayeeChangeRequested(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payee-change-requested");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payee-change-requested");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code commission.payee-changed.v1}. */
    record PayeeChanged(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payee-changed");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payee-changed");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }
}
