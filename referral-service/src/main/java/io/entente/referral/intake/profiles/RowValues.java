package io.entente.referral.intake.profiles;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one row, with what was found wrong in them. Each fault carries the name of the column that has the value. */
final class RowValues {

    /** A name has one line, but exports break long ones. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\t\\n\\r]\\s*");

    private static final char UNREADABLE = '\uFFFD';

    private final RowColumns columns;
    private final List<String> values;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();

    RowValues(RowColumns columns, List<String> values) {
        this.columns = columns;
        this.values = values;
    }

    /** As the rule for text stores it; empty if the row has no value. */
    String value(RowField field) {
        return columns.value(values, field);
    }

    /** As it is in the file, see {@link RowColumns#entered}. */
    String entered(RowField field) {
        return columns.entered(values, field);
    }

    boolean has(RowField field) {
        return !value(field).isEmpty();
    }

    /** The column that has the value. Without a value, it is the field's own column. */
    String column(RowField field) {
        return columns.name(values, field);
    }

    /** The row can't be imported because of this value. */
    void error(RowField field, String message) {
        errors.add(new FieldError(column(field), message));
    }

    /** The row is imported without this value. */
    void warn(RowField field, String message) {
        warnings.add(new FieldError(column(field), message));
    }

    List<FieldError> errors() {
        return errors;
    }

    List<FieldError> warnings() {
        return warnings;
    }

    /**
     * A text that the row needs.
     *
     * @param otherwise the text if the row has none; null if that is an error
     */
    String text(RowField field, int maxCharacters, @Nullable String otherwise) {
        String text = LINE_BREAK.matcher(value(field)).replaceAll(" ");
        String fault = PlainText.fault(text, false).orElse(null);
        if (text.isEmpty() && otherwise != null) {
            return otherwise;
        }
        if (text.isEmpty()) {
            error(field, "must not be blank");
        } else if (text.indexOf(UNREADABLE) >= 0) {
            error(field, "contains a character that is not in the file's encoding");
        } else if (fault != null) {
            error(field, fault);
        } else if (text.length() > maxCharacters) {
            error(field, "must have at most %d characters".formatted(maxCharacters));
        }
        return text;
    }

    /**
     * A value that the row can do without.
     *
     * @param form returns null if it can't read the text
     * @param rule the warning in that case
     */
    @Nullable
    String optional(RowField field, Function<String, @Nullable String> form, String rule) {
        if (!has(field)) {
            return null;
        }
        String read = form.apply(value(field));
        if (read == null) {
            warn(field, rule);
        }
        return read;
    }
}
