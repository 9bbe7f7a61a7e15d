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
 * Turns a ledger document into the text that is hashed. Fields are sorted by name. Each value carries its type and
 * each text its length. Whole numbers look the same whatever width they are stored in. Two documents have the same
 * text only if they have the same content.
 *
 * <p>The number of the format is part of the text. Format 2 allows only the types that the ledger writes. Format 1
 * has no number, and its documents have no field {@code format}. It wrote values of other types as Java prints them.
 * That remains supported, so that chains written in format 1 can still be verified.
 */
final class CanonicalText {

    /** The format of new documents. */
    static final int FORMAT = 2;

    /**
     * Fields that are not part of a transaction's content: the hash itself, and the outbox, which is cleared after
     * publishing.
     */
    private static final Set<String> LEFT_OUT = Set.of(LedgerFields.HASH, LedgerFields.OUTBOX);

    private static final int FIRST_FORMAT = 1;
    private static final int USUAL_CHARACTERS = 3_000;

    private final StringBuilder text = new StringBuilder(USUAL_CHARACTERS);
    private final int format;

    private CanonicalText(int format) {
        this.format = format;
    }

    /**
     * Returns the SHA-256 of a ledger document's content in hexadecimal.
     *
     * @throws IllegalArgumentException if the format of the document is unknown, or if it holds a value of a type
     * that its format doesn't allow
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

    /**
     * Sorts the names in an array instead of a new sorted map, because this runs for every part of every
     * transaction.
     */
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
            throw new IllegalArgumentException("A ledger transaction must not hold a value of type "
                    + (value == null ? "null" : value.getClass().getSimpleName()));
        }
        text.append('?').append(value).append(';');
    }
}
