package io.entente.notification.messages;

import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.consume.NotYetException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notifies the audiences of an event: the partners that it concerns, the firm's teams, and the person who has something to do. It is idempotent, so a redelivered
 * event notifies nobody twice. Imported and replayed events notify nobody, and neither do events about a partner whose data is erased.
 */
public final class NotifyAudiences {

    private final Audiences audiences;
    private final Recipients recipients;
    private final Teams teams;
    private final Notifications notifications;
    private final ReferralAuthors authors;
    private final Wording wording;
    private final DeliveryQueue delivery;
    private final Clock clock;

    public NotifyAudiences(
            Audiences audiences,
            Recipients recipients,
            Teams teams,
            Notifications notifications,
            ReferralAuthors authors,
            Wording wording,
            DeliveryQueue delivery,
            Clock clock) {
        this.audiences = audiences;
        this.recipients = recipients;
        this.teams = teams;
        this.notifications = notifications;
        this.authors = authors;
        this.wording = wording;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** @throws NotYetException if the profile of a partner has not arrived yet; then nobody has been notified */
    public Handled announce(Announcement announcement) {
        if (announcement.origin() != Origin.LIVE) {
            return Handled.IGNORED;
        }
        Optional<Recipient> about = recipients.find(announcement.partnerId());
        if (about.filter(Recipient::isErased).isPresent()) {
            return Handled.IGNORED;
        }
        Set<String> audience = audiences.of(announcement.eventType());
        int added = 0;
        int all = 0;
        List<Recipient> partners = partners(announcement, audience, about);
        AboutReferral referral = referral(announcement);
        for (Recipient partner : partners) {
            all++;
            added += notifyPartner(announcement, partner, referral) ? 1 : 0;
        }
        for (String name : audience) {
            Optional<Notification> toTeam = teams.find(name).flatMap(team -> toTeam(announcement, team, referral));
            all += toTeam.isPresent() ? 1 : 0;
            added += toTeam.isPresent() && notifyTeam(toTeam.get()) ? 1 : 0;
        }
        Announcement.ToPerson toPerson = announcement.toPerson();
        if (toPerson != null && audience.contains(Audiences.PERSON)) {
            all++;
            added += notifyPerson(announcement, toPerson, referral) ? 1 : 0;
        }
        return added > 0 ? Handled.APPLIED : all > 0 ? Handled.DUPLICATE : Handled.IGNORED;
    }

    /** All recipients are looked up before the first one is notified, so a missing profile leaves nothing half done. */
    private List<Recipient> partners(Announcement announcement, Set<String> audience, Optional<Recipient> about) {
        if (announcement.partnerTemplate() == null || !audience.contains(Audiences.PARTNER)) {
            return List.of();
        }
        return announcement.partnerIds().stream()
                .sorted()
                .map(id -> (id.equals(announcement.partnerId()) ? about : recipients.find(id))
                        .orElseThrow(() -> new NotYetException("partner " + id)))
                .filter(recipient -> !recipient.isErased())
                .toList();
    }

    private @Nullable AboutReferral referral(Announcement announcement) {
        String id = announcement.referralId();
        return id == null ? null : new AboutReferral(id, authors.of(id).orElse(null));
    }

    private boolean notifyPartner(Announcement announcement, Recipient recipient, @Nullable AboutReferral referral) {
        return add(Notification.of(
                announcement, recipient, wording.toPartner(announcement, recipient), referral, clock.instant()));
    }

    /** A person who has left the team meanwhile still has an inbox, but gets no mail. */
    private boolean notifyPerson(
            Announcement announcement, Announcement.ToPerson to, @Nullable AboutReferral referral) {
        Colleague person = recipients
                .find(announcement.partnerId())
                .flatMap(partner -> partner.colleague(to.person()))
                .orElseGet(() -> Colleague.unknown(to.person()));
        return add(Notification.of(
                announcement,
                person,
                wording.toPerson(announcement, to.template(), person),
                referral,
                clock.instant()));
    }

    private boolean add(Notification notification) {
        boolean isNew = notifications.add(notification);
        if (isNew && notification.email() != null) {
            delivery.offer(notification.id());
        }
        return isNew;
    }

    private Optional<Notification> toTeam(Announcement announcement, Team team, @Nullable AboutReferral referral) {
        return wording.toTeam(announcement, team)
                .map(text -> Notification.of(announcement, team, text, referral, clock.instant()));
    }

    /** Adds the mails even if the notification exists, because a crash may have prevented some of them. */
    private boolean notifyTeam(Notification toTeam) {
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
