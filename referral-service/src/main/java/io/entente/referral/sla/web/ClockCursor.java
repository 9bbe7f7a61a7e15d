package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.sla.SlaBoard.Position;
import io.entente.referral.sla.SlaKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the position of a clock in the list to the text in the cursor of a page, and back. */
final class ClockCursor {

    private ClockCursor() {}

    static String of(Position position) {
        return "%d %d %s %s"
                .formatted(
                        position.dueAt().toEpochMilli(),
                        position.startedAt().toEpochMilli(),
                        position.kind(),
                        position.referralId());
    }

    static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(" ", 4);
        try {
            return new Position(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    parts[3],
                    SlaKind.valueOf(parts[2]),
                    Instant.ofEpochMilli(Long.parseLong(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("cursor", "must be the next cursor of the page before")));
        }
    }
}
