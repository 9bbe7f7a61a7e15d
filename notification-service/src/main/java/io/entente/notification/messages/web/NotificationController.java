package io.entente.notification.messages.web;

import io.entente.messaging.rest.FieldError;
import io.entente.messaging.rest.InvalidInputException;
import io.entente.messaging.rest.NotFoundException;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import io.entente.notification.messages.Notifications;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/notifications}: a partner's inbox, newest first, and one notification with its delivery log. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    Page<NotificationView> inbox(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        if (partnerId == null || partnerId.isBlank()) {
            throw InvalidInputException.malformed(List.of(new FieldError("partnerId", "must be a partner's id")));
        }
        return notifications.inbox(partnerId, page).map(NotificationView::listed);
    }

    @GetMapping("/{id}")
    NotificationView get(@PathVariable String id) {
        return notifications
                .find(id)
                .map(NotificationView::withLog)
                .orElseThrow(() -> new NotFoundException("notification", id));
    }
}
