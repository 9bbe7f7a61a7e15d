package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.recipients.Addressee.TeamAddress;
import io.entente.platform.domain.DerivedId;

/**
 * The mail of a team's notification to one of the team's addresses. Each mail is delivered on its own.
 *
 * @param id derived from the notification and the address
 */
public record MailCopy(String id, Notification of, TeamAddress to, EmailDelivery email) {

    static MailCopy of(Notification notification, String addressKey) {
        return new MailCopy(
                DerivedId.of("ntf", notification.id(), addressKey),
                notification,
                new TeamAddress(notification.audience(), addressKey),
                EmailDelivery.dueAt(notification.createdAt()));
    }
}
