package io.entente.notification.messages.mongo;

import io.entente.notification.delivery.DeliveryEnded;
import io.entente.notification.delivery.DeliveryEnded.Over;
import io.entente.notification.delivery.DeliveryEnded.Result;
import io.entente.platform.domain.Actor;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts the ends of deliveries to {@code notification.message-delivered.v1} and {@code notification.message-not-delivered.v1}.
 * They name the event that the message told, and have neither its text nor an address.
 */
final class DeliveryRecords {

    static final String TOPIC = "notification.events";
    static final String DELIVERED = "notification.message-delivered.v1";
    static final String NOT_DELIVERED = "notification.message-not-delivered.v1";

    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    DeliveryRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** A message is first in the inbox, and each channel ends once, so the channel tells the event's number. */
    OutboxRecord of(NotificationDocument notification, DeliveryEnded ended) {
        boolean isDelivered = ended.result() == Result.DELIVERED;
        return recorder.record(
                TOPIC,
                isDelivered ? DELIVERED : NOT_DELIVERED,
                notification.id(),
                partner(notification),
                ended.over() == Over.INBOX ? 1 : 2,
                ended.at(),
                isDelivered ? Delivered.of(notification, ended) : NotDelivered.of(notification, ended));
    }

    private static String partner(NotificationDocument notification) {
        return Objects.requireNonNull(notification.partnerId(), "partnerId");
    }

    /** {@code notification.message-delivered.v1}. */
    record Delivered(
            String notificationId,
            String partnerId,
            Over channel,
            String eventId,
            String eventType,
            @Nullable String referralId,
            @Nullable Integer attempts,
            Instant occurredAt,
            String actor,
            String origin) {

        static Delivered of(NotificationDocument notification, DeliveryEnded ended) {
            return new Delivered(
                    notification.id(),
                    partner(notification),
                    ended.over(),
                    notification.eventId(),
                    notification.eventType(),
                    notification.referralId(),
                    ended.over() == Over.INBOX ? null : ended.attempts(),
                    ended.at(),
                    Actor.SYSTEM.value(),
                    LIVE);
        }
    }

    /** {@code notification.message-not-delivered.v1}. */
    record NotDelivered(
            String notificationId,
            String partnerId,
            Over channel,
            String eventId,
            String eventType,
            @Nullable String referralId,
            Result reason,
            int attempts,
            Instant occurredAt,
            String actor,
            String origin) {

        static NotDelivered of(NotificationDocument notification, DeliveryEnded ended) {
            return new NotDelivered(
                    notification.id(),
                    partner(notification),
                    ended.over(),
                    notification.eventId(),
                    notification.eventType(),
                    notification.referralId(),
                    ended.result(),
                    ended.attempts(),
                    ended.at(),
                    Actor.SYSTEM.value(),
                    LIVE);
        }
    }
}
