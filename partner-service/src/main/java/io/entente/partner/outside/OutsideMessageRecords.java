package io.entente.partner.outside;

import io.entente.platform.domain.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the events about messages to people outside the program. Aggregates publish them in the order of their own events. */
public final class OutsideMessageRecords {

    public static final String REQUESTED = "partner.outside-message-requested.v1";
    public static final String WITHDRAWN = "partner.outside-message-withdrawn.v1";

    private OutsideMessageRecords() {}

    /**
     * {@code partner.outside-message-requested.v1}.
     *
     * @param aboutId the application or the reference request that the link opens
     * @param partnerName the partner that the message names; null if nobody has reviewed the name yet
     */
    public record Requested(
            String aboutId,
            String partnerId,
            String messageId,
            OutsideMessageKind kind,
            String locale,
            String sealed,
            Instant expiresAt,
            @Nullable String partnerName,
            Instant occurredAt,
            String actor,
            String origin) {

        public static Requested of(
                String aboutId,
                String partnerId,
                @Nullable String partnerName,
                OutsideMessage message,
                Actor actor,
                Instant now) {
            return new Requested(
                    aboutId,
                    partnerId,
                    message.id(),
                    message.kind(),
                    message.locale(),
                    message.sealed(),
                    message.expiresAt(),
                    partnerName,
                    now,
                    actor.value(),
                    "LIVE");
        }
    }

    /** {@code partner.outside-message-withdrawn.v1}. */
    public record Withdrawn(String aboutId, String partnerId, Instant occurredAt, String actor, String origin) {

        public static Withdrawn of(String aboutId, String partnerId, Actor actor, Instant now) {
            return new Withdrawn(aboutId, partnerId, now, actor.value(), "LIVE");
        }
    }
}
