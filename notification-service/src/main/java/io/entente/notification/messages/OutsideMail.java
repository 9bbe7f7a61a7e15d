package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.OutgoingMail;
import java.time.Instant;

/**
 * A mail to somebody outside the program, an applicant or a referee. It is stored without the address and without the link; both are in
 * {@code sealed} until the mail is sent.
 *
 * @param id derived from the message, so a redelivered event leads to the same mail
 * @param about the application or the reference request that the link opens
 * @param body has {@link OutgoingMail#LINK} in place of the link
 * @param sealed the address and the link, encrypted for this message
 * @param expiresAt when the link ends
 */
public record OutsideMail(
        String id,
        String messageId,
        String about,
        String partnerId,
        String eventId,
        String eventType,
        String locale,
        String subject,
        String body,
        String sealed,
        Instant expiresAt,
        Instant createdAt,
        EmailDelivery email) {}
