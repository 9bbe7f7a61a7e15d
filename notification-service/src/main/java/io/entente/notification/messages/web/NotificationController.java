package io.entente.notification.messages.web;

import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.Notifications;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Teams;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
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
     * that of a team or a person of the firm ({@code audience}). A partner gets its own inbox. A team's inbox is for the team's role, and a person's inbox for
     * that person and for OPS.
     *
     * @param audience the team or person whose inbox is listed, such as ops or user:u-17; a partner's inbox if it is missing
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.NOTIFICATIONS_READ)
    @GetMapping
    Page<NotificationView> inbox(
            Tenant tenant, @RequestParam(required = false) @Nullable String audience, PageRequest page, Caller caller) {
        if (audience != null && caller.partnerId().isPresent() && !audience.equals(Audiences.PARTNER)) {
            throw new NotFoundException("inbox of", audience);
        }
        return inboxOf(tenant.partnerId(), audience, page, caller).map(NotificationView::listed);
    }

    /**
     * Returns a notification with its delivery log. The log has every attempt to send it by e-mail, with its result.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.NOTIFICATIONS_READ)
    @GetMapping("/{id}")
    NotificationView get(@PathVariable String id, Tenant tenant, Caller caller) {
        return notifications
                .find(id)
                .filter(found -> isReadable(found, tenant, caller))
                .map(found -> found.audience().equals(Audiences.PARTNER) || Colleague.isPerson(found.audience())
                        ? NotificationView.withOwnMail(found)
                        : NotificationView.ofTeam(found, notifications.copiesOf(id)))
                .orElseThrow(() -> new NotFoundException("notification", id));
    }

    private static boolean isReadable(Notification notification, Tenant tenant, Caller caller) {
        return notification.audience().equals(Audiences.PARTNER)
                ? tenant.covers(notification.partnerId())
                : FirmInboxes.mayRead(caller, notification.audience());
    }

    private Page<Notification> inboxOf(
            @Nullable String partnerId, @Nullable String audience, PageRequest page, Caller caller) {
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
        FirmInboxes.check(caller, audience);
        return notifications.teamInbox(audience, page);
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }
}
