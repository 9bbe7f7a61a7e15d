package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import java.util.Optional;

/** Where notifications are kept. */
public interface Notifications {

    /**
     * Keeps a new notification.
     *
     * @return false where it is there already: the same event came before
     */
    boolean add(Notification notification);

    /**
     * Keeps a mail to one of a team's addresses.
     *
     * @return false where it is there already
     */
    boolean add(MailCopy copy);

    Optional<Notification> find(String id);

    /** How the mails of a team's notification stand, one per address that it had. */
    List<EmailDelivery> copiesOf(String id);

    /** A partner's inbox, newest first. */
    Page<Notification> inbox(String partnerId, PageRequest page);

    /** A team's inbox, newest first. */
    Page<Notification> teamInbox(String team, PageRequest page);
}
