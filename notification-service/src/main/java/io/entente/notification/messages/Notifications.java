package io.entente.notification.messages;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import java.util.Optional;

/** Stores notifications. */
public interface Notifications {

    /**
     * Adds a notification.
     *
     * @return false if it exists already, because the same event was delivered before
     */
    boolean add(Notification notification);

    /**
     * Adds a mail to one of a team's addresses.
     *
     * @return false if it exists already
     */
    boolean add(MailCopy copy);

    Optional<Notification> find(String id);

    /** The deliveries of the mails of a team's notification, one for each address that the team had. */
    List<EmailDelivery> copiesOf(String id);

    /** Whether there is a message about a referral. */
    boolean existAbout(String referralId);

    /** Erases the texts of all messages about a referral. Repeating it changes nothing. */
    void eraseAbout(String referralId);

    /** Erases the texts of all messages to a partner, and of those to others about it. */
    void eraseOfPartner(String partnerId);

    /** Returns a page of the notifications that a filter selects, by the time at which they were created. */
    Page<Notification> list(NotificationFilter filter, PageRequest page);
}
