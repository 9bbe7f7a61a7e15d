package io.entente.notification.messages.stream;

import io.entente.notification.messages.News;
import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import io.entente.platform.events.envelope.EventEnvelope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event that somebody is told of: how, and with which facts. Its record has only the fields for that. */
interface Newsworthy {

    /** The partner that it is about. */
    String partnerId();

    Origin origin();

    /** Absent where it is none of the partner's business. */
    @Nullable
    MessageKind toPartner();

    /** Absent where a team reads a copy of what the partner reads. */
    default @Nullable MessageKind toTeam() {
        return null;
    }

    Facts facts();

    /** All partners whom it concerns. */
    default Set<String> partnerIds() {
        return Set.of(partnerId());
    }

    default News news(EventEnvelope envelope) {
        return new News(
                envelope.id(), envelope.type(), origin(), partnerId(), partnerIds(), toPartner(), toTeam(), facts());
    }
}
