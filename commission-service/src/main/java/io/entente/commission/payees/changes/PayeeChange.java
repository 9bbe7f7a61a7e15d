package io.entente.commission.payees.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history of payment details. It names the fields that changed, never their values.
 *
 * @param fields {@code holder, account, country, address, currency, taxForm, taxId, hold}; for the first entry, those that were entered
 * @param decidedBy the second person; null if none was needed
 * @param reason why the change was refused; null otherwise
 */
public record PayeeChange(
        Outcome outcome,
        List<String> fields,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        Instant decidedAt,
        @Nullable String reason) {

    /** What became of the change. */
    public enum Outcome {
        /** The first payment details of the partner, or a hold. Neither needs a second person. */
        ENTERED,
        /** A second person approved it. */
        APPROVED,
        /** It was refused or withdrawn, and changed nothing. */
        REFUSED
    }

    public PayeeChange {
        fields = List.copyOf(fields);
    }
}
