package io.entente.notification.messages;

import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.util.Objects;
import java.util.Set;

/**
 * An event as something to tell.
 *
 * @param partnerIds whom it concerns
 */
public record News(
        String eventId, String eventType, Origin origin, Set<String> partnerIds, MessageKind kind, Facts facts) {

    public News {
        Objects.requireNonNull(origin, "an event must say its origin");
        partnerIds = Set.copyOf(partnerIds);
    }
}
