package io.entente.notification.messages.mongo;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.OutgoingMail;
import io.entente.notification.messages.Notification;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How a notification is stored.
 *
 * @param claim of the worker that has the mail now; set aside by the next claim
 */
record NotificationDocument(
        @Id String id,
        String partnerId,
        String eventId,
        String eventType,
        String locale,
        String subject,
        String body,
        Instant createdAt,
        @Nullable EmailDelivery email,
        @Nullable String claim) {

    static NotificationDocument of(Notification notification) {
        return new NotificationDocument(
                notification.id(),
                notification.partnerId(),
                notification.eventId(),
                notification.eventType(),
                notification.locale(),
                notification.subject(),
                notification.body(),
                notification.createdAt(),
                notification.email(),
                null);
    }

    Notification toNotification() {
        return new Notification(id, partnerId, eventId, eventType, locale, subject, body, createdAt, email);
    }

    OutgoingMail toOutgoingMail() {
        return new OutgoingMail(
                id, partnerId, locale, subject, body, Objects.requireNonNull(email), Objects.requireNonNull(claim));
    }
}
