package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Team;
import io.entente.notification.templates.Text;
import io.entente.platform.domain.DerivedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The message to one partner, team or person of the firm about one event. It is shown in the inbox and sent by e-mail if there is an address.
 *
 * @param id derived from the event and the reader, so a redelivered event leads to the same notification
 * @param audience {@link Audiences#PARTNER}, the team's name, or the id of a person of the firm
 * @param partnerId the partner that is notified or, in a team's inbox, the partner that the event is about
 * @param eventType wire type of the event
 * @param locale the reader's locale (BCP 47), which decides the language of the text
 * @param referral the referral that it is about; absent if it is about none
 * @param email the mail to a partner or a person; absent if there is no address. The mails to a team are {@link MailCopy}s
 */
public record Notification(
        String id,
        String audience,
        String partnerId,
        String eventId,
        String eventType,
        String locale,
        String subject,
        String body,
        Instant createdAt,
        @Nullable AboutReferral referral,
        @Nullable EmailDelivery email) {

    /** Who of the partner has submitted the referral that it is about; null if there is none, or nobody of the partner has. */
    public @Nullable String author() {
        return referral == null ? null : referral.author();
    }

    static Notification of(
            Announcement announcement, Recipient recipient, Text text, @Nullable AboutReferral referral, Instant now) {
        Instant createdAt = stored(now);
        return new Notification(
                DerivedId.of("ntf", announcement.eventId(), recipient.partnerId()),
                Audiences.PARTNER,
                recipient.partnerId(),
                announcement.eventId(),
                announcement.eventType(),
                recipient.locale(),
                text.subject(),
                text.body(),
                createdAt,
                referral,
                recipient.addressee().isPresent() ? EmailDelivery.dueAt(createdAt) : null);
    }

    static Notification of(
            Announcement announcement, Team team, Text text, @Nullable AboutReferral referral, Instant now) {
        return new Notification(
                DerivedId.of("ntf", announcement.eventId(), "team", team.name()),
                team.name(),
                announcement.partnerId(),
                announcement.eventId(),
                announcement.eventType(),
                team.locale(),
                text.subject(),
                text.body(),
                stored(now),
                referral,
                null);
    }

    static Notification of(
            Announcement announcement, Colleague person, Text text, @Nullable AboutReferral referral, Instant now) {
        Instant createdAt = stored(now);
        return new Notification(
                DerivedId.of("ntf", announcement.eventId(), "person", person.person()),
                person.person(),
                announcement.partnerId(),
                announcement.eventId(),
                announcement.eventType(),
                person.language(),
                text.subject(),
                text.body(),
                createdAt,
                referral,
                person.addressee().isPresent() ? EmailDelivery.dueAt(createdAt) : null);
    }

    /** The store keeps milliseconds, and the cursor of a page must match the stored value. */
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
