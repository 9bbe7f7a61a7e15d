package io.entente.commission.ledger.mongo;

import io.entente.platform.domain.DerivedId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Turns a ledger document into the text that is hashed: fields in order of their names, each value with its type, each text
 * with its length, whole numbers regardless of the width in which they are stored. Two documents have the same text only if
 * they say the same.
 *
 * <p>The format of the text is part of it. Format 2 allows only the types that the ledger writes. Format 1 has no marker; its
 * documents have no field {@code format}. It wrote a value of any other type as Java prints it, which is kept so that chains
 * of that time still verify.
 */
final class CanonicalText {

    /** The format of new documents. */
    static final int FORMAT = 2;

    /** Not part of a transaction's content: the hash itself, and events that are removed once the broker has them. */
    private static final Set<String> LEFT_OUT = Set.of(LedgerFields.HASH, LedgerFields.OUTBOX);

    private static final int FIRST_FORMAT = 1;
    private static final int USUAL_CHARACTERS = 3_000;

    private final StringBuilder text = new StringBuilder(USUAL_CHARACTERS);
    private final int format;

    private CanonicalText(int format) {
        this.format = format;
    }

    /**
     * SHA-256 over a ledger document's content, in hexadecimal.
     *
     * @throws IllegalArgumentException if the document has a format that is not known, or holds a value of a type that its
     *     format doesn't allow
     */
    static String hash(Document transaction) {
        CanonicalText canonical = new CanonicalText(formatOf(transaction));
        if (canonical.format != FIRST_FORMAT) {
            canonical.text.append("ledger/").append(canonical.format).append('\n');
        }
        canonical.append(transaction, LEFT_OUT);
        return DerivedId.sha256(canonical.text.toString());
    }

    private static int formatOf(Document transaction) {
        if (!transaction.containsKey(LedgerFields.FORMAT)) {
            return FIRST_FORMAT;
        }
        Object format = transaction.get(LedgerFields.FORMAT);
        if (format instanceof Number number && number.longValue() == FORMAT) {
            return FORMAT;
        }
        throw new IllegalArgumentException("The format of a ledger transaction must be %d, but it is %s"
                .formatted(FORMAT, Objects.toString(format)));
    }

    /** Sorts the names here and not in a map of its own, because this runs for every part of every transaction. */
    private void append(Map<?, ?> map, Set<String> leftOut) {
        Object[] names = map.keySet().toArray();
        Arrays.sort(names);
        text.append('{');
        for (Object name : names) {
            if (!leftOut.contains(name)) {
                append(name);
                append(map.get(name));
            }
        }
        text.append('}');
    }

    private void append(@Nullable Object value) {
        if (value instanceof String string) {
            text.append('s').append(string.length()).append(':').append(string);
        } else if (value instanceof Long || value instanceof Integer) {
            text.append('n').append(((Number) value).longValue()).append(';');
        } else if (value instanceof Boolean flag) {
            text.append(flag ? 't' : 'f').append(';');
        } else if (value instanceof Date date) {
            text.append('d').append(date.toInstant().toEpochMilli()).append(';');
        } else if (value instanceof Map<?, ?> map) {
            append(map, Set.of());
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(this::append);
            text.append(']');
        } else {
            appendOther(value);
        }
    }

    private void appendOther(@Nullable Object value) {
        if (format != FIRST_FORMAT) {
            throw new IllegalArgumentException("A ledger transaction can't hold a value of type "
                    + (value == null ? "null" : value.getClass().getSimpleName()));
        }
        text.append('?').append(value).append(';');
    }
}
