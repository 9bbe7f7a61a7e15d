package io.entente.notification.messages.web;

import io.entente.notification.delivery.Attempt;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.messages.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification as the API shows it; the delivery log only where one is asked for by its id. */
record NotificationView(
        String id,
        String partnerId,
        String eventType,
        String locale,
        String subject,
        String body,
        List<ChannelView> channels,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable List<AttemptView> attempts) {

    /** A way to the partner: {@code INBOX} or {@code EMAIL}, and {@code DELIVERED|PENDING|SENT|FAILED}. */
    record ChannelView(String channel, String state) {}

    /** One try, {@code SENT|FAILED|REJECTED}; the error names no address. */
    record AttemptView(String channel, Instant at, String outcome, @Nullable String error) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView("EMAIL", attempt.at(), attempt.outcome().name(), attempt.error());
        }
    }

    static NotificationView listed(Notification notification) {
        return of(notification, null, null);
    }

    static NotificationView withLog(Notification notification) {
        EmailDelivery email = notification.email();
        return email == null
                ? of(notification, null, List.of())
                : of(
                        notification,
                        email.nextAttemptAt(),
                        email.attempts().stream().map(AttemptView::of).toList());
    }

    private static NotificationView of(
            Notification notification, @Nullable Instant nextAttemptAt, @Nullable List<AttemptView> attempts) {
        return new NotificationView(
                notification.id(),
                notification.partnerId(),
                notification.eventType(),
                notification.locale(),
                notification.subject(),
                notification.body(),
                channels(notification.email()),
                notification.createdAt(),
                nextAttemptAt,
                attempts);
    }

    private static List<ChannelView> channels(@Nullable EmailDelivery email) {
        List<ChannelView> channels = new ArrayList<>(List.of(new ChannelView("INBOX", "DELIVERED")));
        if (email != null) {
            channels.add(new ChannelView("EMAIL", email.state().name()));
        }
        return channels;
    }
}
