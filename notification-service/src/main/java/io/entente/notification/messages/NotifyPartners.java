package io.entente.notification.messages;

import io.entente.messaging.consume.Handled;
import io.entente.messaging.consume.NotYetException;
import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.Templates;
import java.time.Clock;
import java.util.List;

/**
 * Tells the partners whom an event concerns. The same news again changes nothing; imported and replayed ones mail nobody and
 * fill no inbox.
 */
public final class NotifyPartners {

    private final Recipients recipients;
    private final Notifications notifications;
    private final Templates templates;
    private final DeliveryQueue delivery;
    private final Clock clock;

    public NotifyPartners(
            Recipients recipients,
            Notifications notifications,
            Templates templates,
            DeliveryQueue delivery,
            Clock clock) {
        this.recipients = recipients;
        this.notifications = notifications;
        this.templates = templates;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** @throws NotYetException where a partner's profile hasn't arrived; then nobody has been told */
    public Handled tell(News news) {
        if (news.origin() != Origin.LIVE) {
            return Handled.IGNORED;
        }
        List<Recipient> all =
                news.partnerIds().stream().sorted().map(this::known).toList();
        boolean told = false;
        for (Recipient recipient : all) {
            told |= tell(news, recipient);
        }
        return told ? Handled.APPLIED : Handled.DUPLICATE;
    }

    private Recipient known(String partnerId) {
        return recipients.find(partnerId).orElseThrow(() -> new NotYetException("partner " + partnerId));
    }

    private boolean tell(News news, Recipient recipient) {
        Language language = Language.of(recipient.locale());
        Notification notification = Notification.of(
                news,
                recipient,
                templates.render(news.kind(), news.facts(), language, recipient.timeZone()),
                clock.instant());
        boolean isNew = notifications.add(notification);
        if (isNew && notification.email() != null) {
            delivery.offer(notification.id());
        }
        return isNew;
    }
}
