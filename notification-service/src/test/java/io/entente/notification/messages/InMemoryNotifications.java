package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications in maps. A test can simulate a crash after any number of writes. */
final class InMemoryNotifications implements Notifications {

    private final Map<String, Notification> notifications = new LinkedHashMap<>();
    private final Map<String, MailCopy> copies = new LinkedHashMap<>();
    private int writesBeforeCrash = Integer.MAX_VALUE;

    void crashAfter(int writes) {
        writesBeforeCrash = writes;
    }

    List<Notification> all() {
        return new ArrayList<>(notifications.values());
    }

    List<MailCopy> copies() {
        return new ArrayList<>(copies.values());
    }

    @Override
    public boolean add(Notification notification) {
        write();
        return notifications.putIfAbsent(notification.id(), notification) == null;
    }

    @Override
    public boolean add(MailCopy copy) {
        write();
        return copies.putIfAbsent(copy.id(), copy) == null;
    }

    @Override
    public boolean add(OutsideMail mail) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public boolean withdrawAbout(String about) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    private void write() {
        if (writesBeforeCrash-- == 0) {
            throw new IllegalStateException("the process died here");
        }
    }

    @Override
    public Optional<Notification> find(String id) {
        return Optional.ofNullable(notifications.get(id));
    }

    @Override
    public List<EmailDelivery> copiesOf(String id) {
        return copies.values().stream()
                .filter(copy -> copy.of().id().equals(id))
                .map(MailCopy::email)
                .toList();
    }

    @Override
    public boolean existAbout(String referralId) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public void eraseAbout(String referralId) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public Page<Notification> list(NotificationFilter filter, PageRequest page) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }
}
