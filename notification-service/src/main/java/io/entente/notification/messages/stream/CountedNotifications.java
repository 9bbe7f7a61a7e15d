package io.entente.notification.messages.stream;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.messages.MailCopy;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.Notifications;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;

/** Counts what reaches an inbox: {@code entente.notifications.sent{channel=inbox}}. */
record CountedNotifications(Notifications counted, MeterRegistry registry) implements Notifications {

    @Override
    public boolean add(Notification notification) {
        boolean isNew = counted.add(notification);
        if (isNew) {
            registry.counter("entente.notifications.sent", "channel", "inbox").increment();
        }
        return isNew;
    }

    @Override
    public boolean add(MailCopy copy) {
        return counted.add(copy);
    }

    @Override
    public List<EmailDelivery> copiesOf(String id) {
        return counted.copiesOf(id);
    }

    @Override
    public Page<Notification> teamInbox(String team, PageRequest page) {
        return counted.teamInbox(team, page);
    }

    @Override
    public Optional<Notification> find(String id) {
        return counted.find(id);
    }

    @Override
    public Page<Notification> inbox(String partnerId, PageRequest page) {
        return counted.inbox(partnerId, page);
    }
}
