package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of a row.
 *
 * @param errors why it was rejected, by column; otherwise empty
 * @param warnings the facts without which it was imported, by column; empty if it was rejected
 */
public record RowOutcome(Kind kind, List<FieldError> errors, List<FieldError> warnings) {

    public static final RowOutcome ACCEPTED = new RowOutcome(Kind.ACCEPTED, List.of(), List.of());
    public static final RowOutcome UNCHANGED = new RowOutcome(Kind.UNCHANGED, List.of(), List.of());

    public RowOutcome {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The possible outcomes of a row. */
    public enum Kind {
        ACCEPTED,
        UNCHANGED,
        REJECTED
    }

    public static RowOutcome rejected(List<FieldError> errors) {
        return new RowOutcome(Kind.REJECTED, errors, List.of());
    }

    public static RowOutcome rejected(String field, String reason) {
        return rejected(List.of(new FieldError(field, reason)));
    }

    /** The same outcome with warnings. A rejected row has reasons instead. */
    RowOutcome warning(List<FieldError> about) {
        if (kind == Kind.REJECTED || about.isEmpty()) {
            return this;
        }
        List<FieldError> all = new ArrayList<>(warnings);
        all.addAll(about);
        return new RowOutcome(kind, errors, all);
    }
}
