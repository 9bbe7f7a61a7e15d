package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import java.util.List;

/**
 * The outcome of a row.
 *
 * @param errors why it was rejected, by column; otherwise empty
 */
public record RowOutcome(Kind kind, List<FieldError> errors) {

    public static final RowOutcome ACCEPTED = new RowOutcome(Kind.ACCEPTED, List.of());
    public static final RowOutcome UNCHANGED = new RowOutcome(Kind.UNCHANGED, List.of());

    public RowOutcome {
        errors = List.copyOf(errors);
    }

    /** The possible outcomes of a row. */
    public enum Kind {
        ACCEPTED,
        UNCHANGED,
        REJECTED
    }

    public static RowOutcome rejected(List<FieldError> errors) {
        return new RowOutcome(Kind.REJECTED, errors);
    }

    public static RowOutcome rejected(String field, String reason) {
        return rejected(List.of(new FieldError(field, reason)));
    }
}
