package io.entente.commission.statements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that the partner disputes.
 *
 * @param line the number of the ledger transaction in the partner's chain
 * @param reason in the partner's words
 * @param by who raised the dispute
 * @param resolution what was found and done, for the partner to read; absent while the dispute is open. A correction itself
 *     is an entry of the ledger and appears on the next statement
 */
public record Dispute(
        long line,
        String reason,
        String by,
        Instant at,
        @Nullable String resolution,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    public static Dispute open(long line, String reason, String by, Instant at) {
        return new Dispute(line, reason, by, at, null, null, null);
    }

    public boolean isOpen() {
        return resolution == null;
    }

    Dispute resolved(String how, String whoDid, Instant now) {
        return new Dispute(line, reason, by, at, how, whoDid, now);
    }
}
