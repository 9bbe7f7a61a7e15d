package io.entente.notification.messages.mongo;

import io.entente.notification.delivery.DeliveryEnded;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.OutgoingMail;
import io.entente.notification.messages.AboutReferral;
import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.MailCopy;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.OutsideMail;
import io.entente.notification.recipients.Addressee;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The stored form of a notification, or of the mail of a team's notification to one address. A document in a partner's inbox
 * has a {@code partnerId}, and one in the inbox of a team or of a person of the firm has a {@code team}. A mail to an address of a team
 * has neither, so no inbox shows it.
 *
 * @param about the partner that a team's notification is about
 * @param referralId absent in notifications from before it was remembered, as is {@code author}
 * @param claim token of the worker that holds the lease on the mail; the next lease replaces it
 * @param writes one more with each write; absent in notifications from before their deliveries were published
 * @param outbox the ends of deliveries that the broker hasn't acknowledged yet
 */
record NotificationDocument(
        @Id String id,
        @Field(NotificationDocument.VERSION) @Nullable Long writes,
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
        @Nullable String referralId,
        @Nullable String author,
        @Nullable EmailDelivery email,
        @Nullable String claim,
        @Nullable Outbox outbox,
        @Nullable Outside outside)
        implements AggregateDocument {

    static final String VERSION = "version";

    /**
     * Of a mail to somebody outside the program.
     *
     * @param about the application or the reference request that the link opens
     * @param sealed absent as soon as the mail is sent or withdrawn
     */
    record Outside(String messageId, String about, @Nullable String sealed, Instant expiresAt) {

        /** The same as long as the mail is attempted again. */
        private Outside after(EmailDelivery delivery) {
            return delivery.nextAttemptAt() == null ? new Outside(messageId, about, null, expiresAt) : this;
        }
    }

    /** A mail to one of a team's addresses: the notification and the key of the address. */
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
                1L,
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
                notification.referral() == null ? null : notification.referral().id(),
                notification.author(),
                email,
                null,
                null,
                null);
    }

    @Override
    public long version() {
        return writes == null ? 0 : writes;
    }

    /** A new notification. It is in the inbox of its reader from now on. */
    Change<NotificationDocument, DeliveryEnded> added() {
        return isToPartner() ? Change.of(this, DeliveryEnded.inInbox(createdAt)) : Change.nothing(this);
    }

    /** The notification after an attempt to deliver its mail, without a lease. */
    Change<NotificationDocument, DeliveryEnded> attempted(EmailDelivery after) {
        Outside then = outside == null ? null : outside.after(after);
        NotificationDocument next = written(version() + 1, after, null, outbox, then);
        return isToPartner()
                ? new Change<>(next, DeliveryEnded.of(after).stream().toList())
                : Change.nothing(next);
    }

    NotificationDocument with(@Nullable Outbox unpublished) {
        return written(version(), email, claim, unpublished, outside);
    }

    private NotificationDocument written(
            long version,
            @Nullable EmailDelivery delivery,
            @Nullable String token,
            @Nullable Outbox unpublished,
            @Nullable Outside then) {
        return new NotificationDocument(
                id,
                version,
                partnerId,
                team,
                about,
                copy,
                eventId,
                eventType,
                locale,
                subject,
                body,
                createdAt,
                referralId,
                author,
                delivery,
                token,
                unpublished,
                then);
    }

    private boolean isToPartner() {
        return partnerId != null;
    }

    static NotificationDocument of(OutsideMail mail) {
        return new NotificationDocument(
                mail.id(),
                1L,
                null,
                Audiences.OUTSIDE,
                mail.partnerId(),
                null,
                mail.eventId(),
                mail.eventType(),
                mail.locale(),
                mail.subject(),
                mail.body(),
                mail.createdAt(),
                null,
                null,
                mail.email(),
                null,
                null,
                new Outside(mail.messageId(), mail.about(), mail.sealed(), mail.expiresAt()));
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
                referralId == null ? null : new AboutReferral(referralId, author),
                email);
    }

    OutgoingMail toOutgoingMail() {
        return new OutgoingMail(id, addressee(), locale, subject, body, Objects.requireNonNull(email));
    }

    private Addressee addressee() {
        if (outside != null) {
            return new Addressee.Outside(outside.messageId(), outside.sealed(), outside.expiresAt());
        }
        if (copy != null) {
            return new Addressee.TeamAddress(copy.team(), copy.key());
        }
        return team == null
                ? new Addressee.Partner(Objects.requireNonNull(partnerId))
                : new Addressee.Person(Objects.requireNonNull(about), team);
    }
}
