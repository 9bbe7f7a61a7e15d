package io.entente.notification.delivery;

/**
 * A notification's mail, claimed for one try. It has no address: that is looked up when it is sent, so that a partner that
 * has moved is reached and one that was erased is not.
 *
 * @param claim proves to {@link Outgoing#settle} that nobody else has taken it since
 */
public record OutgoingMail(
        String notificationId,
        String partnerId,
        String locale,
        String subject,
        String body,
        EmailDelivery delivery,
        String claim) {}
