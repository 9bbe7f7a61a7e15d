package io.entente.notification.messages.mongo;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.time.Instant;
import java.util.List;

/** The cursor of an inbox page: the creation time of the last item and, because several may share that time, its id. */
record InboxCursor(Instant createdAt, String id) {

    private static final String SEPARATOR = "/";

    String text() {
        return createdAt.toEpochMilli() + SEPARATOR + id;
    }

    static InboxCursor read(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            return new InboxCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, separator)))),
                    text.substring(separator + 1));
        } catch (NumberFormatException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("cursor", "must be the value of next from the previous page")));
        }
    }
}
