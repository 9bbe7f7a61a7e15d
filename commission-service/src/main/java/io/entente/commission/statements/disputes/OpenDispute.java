package io.entente.commission.statements.disputes;

import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Statement;
import java.util.Optional;

/** A disputed line that nobody has resolved, with its statement. */
public record OpenDispute(Statement statement, Dispute dispute) {

    private static final char BETWEEN = ':';

    /** Where a dispute is in the list: by statement, then by line. */
    record Place(String statement, long line) {

        /** Reads the cursor of a dispute; empty if it is none. */
        static Optional<Place> of(String cursor) {
            int at = cursor.lastIndexOf(BETWEEN);
            try {
                return at < 0
                        ? Optional.empty()
                        : Optional.of(new Place(cursor.substring(0, at), Long.parseLong(cursor.substring(at + 1))));
            } catch (NumberFormatException notOurs) {
                return Optional.empty();
            }
        }

        /** Whether a dispute comes after this place. */
        boolean isBefore(OpenDispute other) {
            int compared = statement.compareTo(other.statement.id().value());
            return compared < 0 || (compared == 0 && line < other.dispute.line());
        }
    }

    /** The cursor of the page that begins after this dispute. */
    String cursor() {
        return statement.id().value() + BETWEEN + dispute.line();
    }
}
