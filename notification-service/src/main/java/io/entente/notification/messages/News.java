package io.entente.notification.messages;

import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as something to tell.
 *
 * @param partnerId the partner that it is about
 * @param partnerIds all partners whom it concerns
 * @param toPartner how it is told to them; absent where it is none of their business
 * @param toTeam how it is told to a team; absent where a team reads what the partner reads
 */
public record News(
        String eventId,
        String eventType,
        Origin origin,
        String partnerId,
        Set<String> partnerIds,
        @Nullable MessageKind toPartner,
        @Nullable MessageKind toTeam,
        Facts facts) {

    public News {
        Objects.requireNonNull(origin, "an event must say its origin");
        partnerIds = Set.copyOf(partnerIds);
    }
}
