package io.entente.notification.delivery;

import io.entente.notification.recipients.Addressee;

/**
 * A notification's mail, claimed for one try. It has no address: that is looked up when it is sent.
 *
 * @param claim proves to {@link Outgoing#settle} that nobody else has taken it since
 */
public record OutgoingMail(
        String notificationId,
        Addressee to,
        String locale,
        String subject,
        String body,
        EmailDelivery delivery,
        String claim) {}
