package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Team;
import io.entente.notification.templates.Text;
import io.entente.platform.domain.DerivedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one partner or team is told of one event: in its inbox, and by e-mail where there is somebody to write to.
 *
 * @param id follows from the event and who is told, so that the same event again is the same notification
 * @param audience {@link Audiences#PARTNER}, or the team's name
 * @param partnerId the partner told or, in a team's inbox, the one that it is about
 * @param eventType wire type of the event
 * @param locale the reader's, BCP 47; the language the text is in
 * @param email a partner's; absent where there was nobody to write to. A team's mails are {@link MailCopy}
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
        @Nullable EmailDelivery email) {

    static Notification of(News news, Recipient recipient, Text text, Instant now) {
        Instant createdAt = stored(now);
        return new Notification(
                DerivedId.of("ntf", news.eventId(), recipient.partnerId()),
                Audiences.PARTNER,
                recipient.partnerId(),
                news.eventId(),
                news.eventType(),
                recipient.locale(),
                text.subject(),
                text.body(),
                createdAt,
                recipient.addressee().isPresent() ? EmailDelivery.dueAt(createdAt) : null);
    }

    static Notification of(News news, Team team, Text text, Instant now) {
        return new Notification(
                DerivedId.of("ntf", news.eventId(), "team", team.name()),
                team.name(),
                news.partnerId(),
                news.eventId(),
                news.eventType(),
                team.locale(),
                text.subject(),
                text.body(),
                stored(now),
                null);
    }

    /** What the store keeps; the cursor of a page is exact only if nothing is cut off later. */
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
