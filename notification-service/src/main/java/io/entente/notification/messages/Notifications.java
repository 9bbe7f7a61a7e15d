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

    /**
     * Adds a mail to somebody outside the program.
     *
     * @return false if it exists already
     */
    boolean add(OutsideMail mail);

    /**
     * Forgets the addresses of the mails about an application or a reference request that were not sent yet.
     *
     * @return false if there are none
     */
    boolean withdrawAbout(String about);

    Optional<Notification> find(String id);

    /** The deliveries of the mails of a team's notification, one for each address that the team had. */
    List<EmailDelivery> copiesOf(String id);

    /**
     * Whether there is a message about a referral, or to or about a partner.
     *
     * @param owner the id of the referral or of the partner
     */
    boolean existAbout(String owner);

    /**
     * Erases the texts of all messages about a referral, or to and about a partner. Repeating it changes nothing.
     *
     * @param owner the id of the referral or of the partner
     */
    void eraseAbout(String owner);

    /** Returns a page of the notifications that a filter selects, by the time at which they were created. */
    Page<Notification> list(NotificationFilter filter, PageRequest page);
}
