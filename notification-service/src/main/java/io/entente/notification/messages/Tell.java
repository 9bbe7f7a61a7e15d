package io.entente.notification.messages;

import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.MessageKind;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.consume.NotYetException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an event to its audiences: the partners whom it concerns, and the firm's teams. The same news again changes nothing;
 * imported and replayed ones mail nobody and fill no inbox.
 */
public final class Tell {

    private final Audiences audiences;
    private final Recipients recipients;
    private final Teams teams;
    private final Notifications notifications;
    private final Wording wording;
    private final DeliveryQueue delivery;
    private final Clock clock;

    public Tell(
            Audiences audiences,
            Recipients recipients,
            Teams teams,
            Notifications notifications,
            Wording wording,
            DeliveryQueue delivery,
            Clock clock) {
        this.audiences = audiences;
        this.recipients = recipients;
        this.teams = teams;
        this.notifications = notifications;
        this.wording = wording;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** @throws NotYetException where the profile of a partner that is told hasn't arrived; then nobody has been told */
    public Handled tell(News news) {
        if (news.origin() != Origin.LIVE) {
            return Handled.IGNORED;
        }
        Set<String> told = audiences.of(news.eventType());
        MessageKind toPartner = told.contains(Audiences.PARTNER) ? news.toPartner() : null;
        List<Recipient> partners = toPartner == null
                ? List.of()
                : news.partnerIds().stream().sorted().map(this::known).toList();
        int isNew = 0;
        int all = 0;
        for (Recipient partner : partners) {
            all++;
            isNew += tell(news, partner) ? 1 : 0;
        }
        for (String name : told) {
            Optional<Notification> toTeam = teams.find(name).flatMap(team -> toTeam(news, team));
            all += toTeam.isPresent() ? 1 : 0;
            isNew += toTeam.isPresent() && add(toTeam.get()) ? 1 : 0;
        }
        return isNew > 0 ? Handled.APPLIED : all > 0 ? Handled.DUPLICATE : Handled.IGNORED;
    }

    private Recipient known(String partnerId) {
        return recipients.find(partnerId).orElseThrow(() -> new NotYetException("partner " + partnerId));
    }

    private boolean tell(News news, Recipient recipient) {
        Notification notification =
                Notification.of(news, recipient, wording.toPartner(news, recipient), clock.instant());
        boolean isNew = notifications.add(notification);
        if (isNew && notification.email() != null) {
            delivery.offer(notification.id());
        }
        return isNew;
    }

    private Optional<Notification> toTeam(News news, Team team) {
        return wording.toTeam(news, team).map(text -> Notification.of(news, team, text, clock.instant()));
    }

    /** The mails are made again where the notification is there already: a crash in between may have left some out. */
    private boolean add(Notification toTeam) {
        boolean isNew = notifications.add(toTeam);
        Team team = teams.find(toTeam.audience()).orElseThrow();
        for (String key : team.addressKeys()) {
            MailCopy copy = MailCopy.of(toTeam, key);
            if (notifications.add(copy)) {
                delivery.offer(copy.id());
            }
        }
        return isNew;
    }
}
