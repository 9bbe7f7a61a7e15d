package io.entente.notification.messages.web;

import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.Notifications;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Teams;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.OwnData;
import io.entente.platform.web.access.OpenToOutsiders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/notifications}: the inbox of a partner ({@code partnerId}) or of one of the firm's teams
 * ({@code audience=ops}), newest first, and a single notification with its delivery log.
 */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private final Notifications notifications;
    private final Teams teams;

    NotificationController(Notifications notifications, Teams teams) {
        this.notifications = notifications;
        this.teams = teams;
    }

    /**
     * Lists the notifications of one inbox, newest first. The inbox is either that of a partner ({@code partnerId}) or
     * that of a team or a person of the firm ({@code audience}). A partner gets its own inbox.
     *
     * @param partnerId the partner whose inbox is listed; required unless another inbox is listed
     * @param audience the team or person whose inbox is listed, such as ops or user:u-17; a partner's inbox if it is missing
     */
    @OpenToOutsiders
    @GetMapping
    Page<NotificationView> inbox(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable String audience,
            PageRequest page,
            Actor actor) {
        if (actor.isPartner() && audience != null && !audience.equals(Audiences.PARTNER)) {
            throw new NotFoundException("inbox of", audience);
        }
        return inboxOf(OwnData.partner(partnerId, actor), audience, page).map(NotificationView::listed);
    }

    /**
     * Returns a notification with its delivery log. The log has every attempt to send it by e-mail, with its result.
     */
    @OpenToOutsiders
    @GetMapping("/{id}")
    NotificationView get(@PathVariable String id, Actor actor) {
        return notifications
                .find(id)
                .filter(found -> isReadable(found, actor))
                .map(found -> found.audience().equals(Audiences.PARTNER) || Colleague.isPerson(found.audience())
                        ? NotificationView.withOwnMail(found)
                        : NotificationView.ofTeam(found, notifications.copiesOf(id)))
                .orElseThrow(() -> new NotFoundException("notification", id));
    }

    private static boolean isReadable(Notification notification, Actor actor) {
        return !actor.isPartner()
                || (notification.audience().equals(Audiences.PARTNER) && actor.isPartner(notification.partnerId()));
    }

    private Page<Notification> inboxOf(@Nullable String partnerId, @Nullable String audience, PageRequest page) {
        if (audience == null || audience.equals(Audiences.PARTNER)) {
            if (partnerId == null || partnerId.isBlank()) {
                throw refused("partnerId", "must be the id of a partner");
            }
            return notifications.inbox(partnerId, page);
        }
        if (partnerId != null) {
            throw refused("partnerId", "must be absent if audience is a team or a person");
        }
        if (teams.find(audience).isEmpty() && !Colleague.isPerson(audience)) {
            throw refused(
                    "audience",
                    "must be %s, one of %s, or a person such as user:u-17".formatted(Audiences.PARTNER, teams.names()));
        }
        return notifications.teamInbox(audience, page);
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }
}
