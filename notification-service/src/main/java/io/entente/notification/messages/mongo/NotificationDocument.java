package io.entente.notification.messages.mongo;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.OutgoingMail;
import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.MailCopy;
import io.entente.notification.messages.Notification;
import io.entente.notification.recipients.Addressee;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How a notification is stored, or the mail of a team's notification to one address: in a partner's inbox it has a {@code
 * partnerId}, in a team's a {@code team}, and a mail alone has neither, so that no inbox shows it.
 *
 * @param about the partner that a team's notification is about
 * @param claim of the worker that has the mail now; set aside by the next claim
 */
record NotificationDocument(
        @Id String id,
        @Nullable String partnerId,
        @Nullable String team,
        @Nullable String about,
        @Nullable Copy copy,
        String eventId,
        String eventType,
        String locale,
        String subject,
        String body,
        Instant createdAt,
        @Nullable EmailDelivery email,
        @Nullable String claim) {

    /** A mail alone: of which notification, and to which of the team's addresses. */
    record Copy(String of, String team, String key) {}

    static NotificationDocument of(Notification notification) {
        boolean toPartner = notification.audience().equals(Audiences.PARTNER);
        return of(
                notification.id(),
                toPartner ? notification.partnerId() : null,
                toPartner ? null : notification.audience(),
                null,
                notification,
                notification.email());
    }

    static NotificationDocument of(MailCopy mail) {
        Copy copy = new Copy(mail.of().id(), mail.to().team(), mail.to().key());
        return of(mail.id(), null, null, copy, mail.of(), mail.email());
    }

    private static NotificationDocument of(
            String id,
            @Nullable String partnerId,
            @Nullable String team,
            @Nullable Copy copy,
            Notification notification,
            @Nullable EmailDelivery email) {
        return new NotificationDocument(
                id,
                partnerId,
                team,
                partnerId == null ? notification.partnerId() : null,
                copy,
                notification.eventId(),
                notification.eventType(),
                notification.locale(),
                notification.subject(),
                notification.body(),
                notification.createdAt(),
                email,
                null);
    }

    Notification toNotification() {
        return new Notification(
                id,
                team == null ? Audiences.PARTNER : team,
                Objects.requireNonNull(partnerId == null ? about : partnerId),
                eventId,
                eventType,
                locale,
                subject,
                body,
                createdAt,
                email);
    }

    OutgoingMail toOutgoingMail() {
        Addressee to = copy == null
                ? new Addressee.Partner(Objects.requireNonNull(partnerId))
                : new Addressee.TeamAddress(copy.team(), copy.key());
        return new OutgoingMail(
                id, to, locale, subject, body, Objects.requireNonNull(email), Objects.requireNonNull(claim));
    }
}
