package io.entente.notification.messages;

import io.entente.notification.recipients.RecipientErasure;
import io.entente.platform.domain.Actor;
import io.entente.platform.erasures.Erasable;
import io.entente.platform.erasures.Erasure;

/**
 * Erases the texts of all messages about a referral, or to and about a partner, because a reason that somebody has given can name a person.
 * Who was told what kind of event, and when, stays.
 */
public final class EraseMessages implements Erasable, RecipientErasure {

    private final Notifications notifications;

    public EraseMessages(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public boolean has(Erasure.Subject subject) {
        return subject.person() == null && notifications.existAbout(subject.owner());
    }

    @Override
    public void erase(Erasure.Subject subject, Actor by) {
        notifications.eraseAbout(subject.owner());
    }

    @Override
    public void erase(String partnerId) {
        notifications.eraseAbout(partnerId);
    }
}
