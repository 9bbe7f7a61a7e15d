package io.entente.notification.messages.stream.partnership;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of alerts on {@code partner.events}. */
public final class AlertEvents {

    public static final List<EventType> TYPES = List.of(new EventType("partner.alert-raised.v1", AlertRaised.class));

    private static final String VOCABULARY = "alert";

    private AlertEvents() {}

    /** {@code partner.alert-raised.v1}. Only the firm hears of it. */
    record AlertRaised(String partnerId, String kind, Origin origin) implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("alert-raised");
        }

        @Override
        public Facts facts() {
            return Facts.none().withWord(VOCABULARY, VOCABULARY, kind);
        }
    }
}
