package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.time.LocalDate;
import java.util.List;

/** The events of payment details and tax profiles on {@code commission.events}. */
final class PayeeEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.payee-change-requested.v1", PayeeChangeRequested.class),
            new EventType("commission.payee-changed.v1", PayeeChanged.class),
            new EventType("commission.tax-profile-change-requested.v1", TaxProfileChangeRequested.class),
            new EventType("commission.tax-profile-changed.v1", TaxProfileChanged.class));

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

    /** {@code commission.tax-profile-change-requested.v1}. The partner can object, as to a change of payment details. */
    record TaxProfileChangeRequested(String partnerId, LocalDate effectiveFrom, Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("tax-profile-change-requested");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-tax-profile-change-requested");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("startsOn", effectiveFrom);
        }
    }

    /** {@code commission.tax-profile-changed.v1}. */
    record TaxProfileChanged(String partnerId, LocalDate effectiveFrom, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("tax-profile-changed");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-tax-profile-changed");
        }

        @Override
        public Facts facts() {
            return Facts.none().with("startsOn", effectiveFrom);
        }
    }
}
