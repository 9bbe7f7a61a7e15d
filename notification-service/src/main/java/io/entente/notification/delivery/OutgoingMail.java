package io.entente.notification.delivery;

import io.entente.notification.recipients.Addressee;

/**
 * The mail of a notification, leased for one attempt. It contains no address, because the address is looked up when the mail
 * is sent.
 */
public record OutgoingMail(
        String notificationId, Addressee to, String locale, String subject, String body, EmailDelivery delivery) {

    /** Stands for the link in a mail to somebody outside the program, until it is sent. */
    public static final String LINK = "[link]";
}
