package io.entente.notification.messages.web;

import io.entente.notification.delivery.Attempt;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.messages.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notification in the API. The delivery log and the states of a team's mails are present only if the notification is
 * requested by its id.
 *
 * @param audience {@code partner}, the team's name, or the id of a person of the firm
 * @param partnerId the partner that is notified or, in a team's inbox, the partner that the event is about
 */
record NotificationView(
        String id,
        String audience,
        String partnerId,
        String eventType,
        String locale,
        String subject,
        String body,
        List<ChannelView> channels,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable List<AttemptView> attempts) {

    /** A channel, {@code INBOX} or {@code EMAIL}, with its state {@code DELIVERED|PENDING|SENT|FAILED}. */
    record ChannelView(String channel, String state) {}

    /** An attempt to deliver, {@code SENT|FAILED|REJECTED}. The error contains no address. */
    record AttemptView(String channel, Instant at, String outcome, @Nullable String error) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView("EMAIL", attempt.at(), attempt.outcome().name(), attempt.error());
        }
    }

    static NotificationView listed(Notification notification) {
        return of(notification, mails(notification), null, null);
    }

    static NotificationView withOwnMail(Notification notification) {
        return withLog(notification, mails(notification));
    }

    /** @param mails one for each address of the team */
    static NotificationView ofTeam(Notification notification, List<EmailDelivery> mails) {
        return withLog(notification, mails);
    }

    private static NotificationView withLog(Notification notification, List<EmailDelivery> mails) {
        Instant next = mails.stream()
                .map(EmailDelivery::nextAttemptAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<AttemptView> attempts = mails.stream()
                .flatMap(mail -> mail.attempts().stream())
                .sorted(Comparator.comparing(Attempt::at))
                .map(AttemptView::of)
                .toList();
        return of(notification, mails, next, attempts);
    }

    private static List<EmailDelivery> mails(Notification notification) {
        return notification.email() == null ? List.of() : List.of(notification.email());
    }

    private static NotificationView of(
            Notification notification,
            List<EmailDelivery> mails,
            @Nullable Instant nextAttemptAt,
            @Nullable List<AttemptView> attempts) {
        List<ChannelView> channels = new ArrayList<>(List.of(new ChannelView("INBOX", "DELIVERED")));
        mails.forEach(mail -> channels.add(new ChannelView("EMAIL", mail.state().name())));
        return new NotificationView(
                notification.id(),
                notification.audience(),
                notification.partnerId(),
                notification.eventType(),
                notification.locale(),
                notification.subject(),
                notification.body(),
                channels,
                notification.createdAt(),
                nextAttemptAt,
                attempts);
    }
}
