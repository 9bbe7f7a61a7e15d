package io.entente.notification.messages;

import io.entente.messaging.ids.DerivedId;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.templates.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one partner is told of one event: in its inbox, and by e-mail where it has a contact.
 *
 * @param id follows from the event and the partner, so that the same event again is the same notification
 * @param eventType wire type of the event
 * @param locale the partner's, BCP 47; the language the text is in
 * @param email absent where there was nobody to write to
 */
public record Notification(
        String id,
        String partnerId,
        String eventId,
        String eventType,
        String locale,
        String subject,
        String body,
        Instant createdAt,
        @Nullable EmailDelivery email) {

    static Notification of(News news, Recipient recipient, Text text, Instant now) {
        // What the store keeps; the cursor of a page is exact only if nothing is cut off later.
        Instant createdAt = now.truncatedTo(ChronoUnit.MILLIS);
        return new Notification(
                DerivedId.of("ntf", news.eventId(), recipient.partnerId()),
                recipient.partnerId(),
                news.eventId(),
                news.eventType(),
                recipient.locale(),
                text.subject(),
                text.body(),
                createdAt,
                recipient.addressee().isPresent() ? EmailDelivery.dueAt(createdAt) : null);
    }
}
