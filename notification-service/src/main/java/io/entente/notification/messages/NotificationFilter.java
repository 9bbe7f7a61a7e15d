package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects notifications and names their order. What is null selects all.
 *
 * @param audience the team or person of the firm whose inbox it is; null for the inboxes of partners
 * @param partnerId the partner that was notified or, in an inbox of the firm, that the event is about
 * @param eventType wire type of the event
 * @param withMail whether only those that were sent by e-mail too are selected
 * @param mail the state of the e-mail
 * @param from created at this instant or later
 * @param to created before this instant
 * @param sight what of a partner's inbox the reader may see
 * @param newestFirst whether the order begins with the newest
 */
public record NotificationFilter(
        @Nullable String audience,
        @Nullable String partnerId,
        @Nullable String eventType,
        boolean withMail,
        EmailDelivery.@Nullable State mail,
        @Nullable Instant from,
        @Nullable Instant to,
        Sight sight,
        boolean newestFirst) {}
