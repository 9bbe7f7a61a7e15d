package io.entente.notification.messages.web;

import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.NotificationFilter;
import io.entente.notification.messages.Notifications;
import io.entente.notification.recipients.Colleague;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Caller;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/notifications}: the inboxes of partners, or the inbox of one of the firm's teams or people, as a list that is filtered and
 * exported, and a single notification with its delivery log.
 */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.NOTIFICATIONS_READ)
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private final Notifications notifications;
    private final InboxFilters filters;
    private final InboxSights sights;

    NotificationController(Notifications notifications, InboxFilters filters, InboxSights sights) {
        this.notifications = notifications;
        this.filters = filters;
        this.sights = sights;
    }

    /**
     * Lists notifications, newest first. They are those of one partner ({@code partnerId}), of all partners
     * ({@code audience=partner}), or of a team or a person of the firm ({@code audience}). A partner gets its own inbox. A member who sees
     * its own referrals only gets what concerns those, and one without SEE_COMMISSIONS nothing that is about money. What is about
     * agreements is for members with SEE_COMMISSIONS or ACCEPT_AGREEMENT. A team's inbox is for the team's role, and a person's inbox for that person and for OPS. In an inbox of the firm, {@code partnerId} selects what
     * is about a partner.
     *
     * @param audience partner, or the team or person whose inbox is listed, such as ops or user:u-17; partner if it is missing
     * @param type only notifications of events of this type, such as referral.referral-submitted.v1
     * @param channel only notifications that are sent through this channel; all are in an inbox
     * @param state only notifications in this state: DELIVERED in the inbox, or PENDING, SENT or FAILED by e-mail. A team's
     *     notification has a mail for each address, so it isn't selected by these
     * @param from only notifications that were created at this instant or later
     * @param to only notifications that were created before this instant
     * @param order desc for the newest first, which is the default, or asc
     */
    @GetMapping
    Page<NotificationView> list(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) Channel.@Nullable State state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String order,
            PageRequest page,
            Caller caller) {
        InboxParameters asked = new InboxParameters(audience, type, channel, state, from, to, order);
        return notifications.list(filters.of(asked, tenant, caller), page).map(NotificationView::listed);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order. It has the subjects and the states of the mails, and no
     * addresses.
     *
     * @param audience partner, or the team or person whose inbox is exported
     * @param type only notifications of events of this type
     * @param channel only notifications that are sent through this channel
     * @param state only notifications in this state
     * @param from only notifications that were created at this instant or later
     * @param to only notifications that were created before this instant
     * @param order desc for the newest first, which is the default, or asc
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) Channel.@Nullable State state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "false") boolean bom,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        InboxParameters asked = new InboxParameters(audience, type, channel, state, from, to, order);
        NotificationFilter filter = filters.of(asked, tenant, caller);
        Download.csv("notifications.csv").withByteOrderMark(bom).writeTo(response, out -> {
            NotificationsCsv csv = new NotificationsCsv(out);
            AllPages.read(page -> notifications.list(filter, page), csv::add);
            csv.flush();
        });
    }

    /**
     * Returns a notification with its delivery log. The log has every attempt to send it by e-mail, with its result.
     */
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

    private boolean isReadable(Notification notification, Tenant tenant, Caller caller) {
        return notification.audience().equals(Audiences.PARTNER)
                ? tenant.covers(notification.partnerId())
                        && sights.of(tenant, caller).covers(notification)
                : FirmInboxes.mayRead(caller, notification.audience());
    }
}
