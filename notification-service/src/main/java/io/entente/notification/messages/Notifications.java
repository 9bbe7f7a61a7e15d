package io.entente.notification.messages;

import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import java.util.Optional;

/** Where notifications are kept. */
public interface Notifications {

    /**
     * Keeps a new notification.
     *
     * @return false where it is there already: the same event came before
     */
    boolean add(Notification notification);

    Optional<Notification> find(String id);

    /** A partner's inbox, newest first. */
    Page<Notification> inbox(String partnerId, PageRequest page);
}
