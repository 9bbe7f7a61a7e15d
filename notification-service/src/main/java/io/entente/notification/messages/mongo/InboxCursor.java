package io.entente.notification.messages.mongo;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.time.Instant;
import java.util.List;

/** The last item of a page that goes back in time: when it was created and, since several may be at once, which it was. */
record InboxCursor(Instant createdAt, String id) {

    private static final String BETWEEN = "/";

    String text() {
        return createdAt.toEpochMilli() + BETWEEN + id;
    }

    static InboxCursor read(String text) {
        int between = text.indexOf(BETWEEN);
        try {
            return new InboxCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, between)))),
                    text.substring(between + 1));
        } catch (NumberFormatException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("cursor", "must be the next of the page before")));
        }
    }
}
