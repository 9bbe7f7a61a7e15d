package io.entente.notification.messages.web;

import io.entente.notification.delivery.Attempt;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.messages.Notification;
import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes notifications as CSV, one row for each. It contains no text but the subject, and no address. */
final class NotificationsCsv {

    private static final List<String> COLUMNS = List.of(
            "notificationId",
            "createdAt",
            "audience",
            "partnerId",
            "eventType",
            "eventId",
            "locale",
            "subject",
            "email",
            "attempts",
            "lastAttemptAt",
            "nextAttemptAt",
            "lastError");

    private final SafeCsv csv;

    NotificationsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(Notification notification) {
        EmailDelivery mail = notification.email();
        Attempt last = mail == null || mail.attempts().isEmpty()
                ? null
                : mail.attempts().get(mail.attempts().size() - 1);
        csv.row(
                notification.id(),
                notification.createdAt(),
                notification.audience(),
                notification.partnerId(),
                notification.eventType(),
                notification.eventId(),
                notification.locale(),
                notification.subject(),
                mail == null ? null : mail.state(),
                mail == null ? null : mail.attempts().size(),
                last == null ? null : last.at(),
                mail == null ? null : mail.nextAttemptAt(),
                last == null ? null : last.error());
    }

    void flush() {
        csv.flush();
    }
}
