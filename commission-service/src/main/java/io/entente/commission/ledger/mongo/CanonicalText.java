package io.entente.commission.ledger.mongo;

import io.entente.platform.domain.DerivedId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One text for one content: fields in order of their names, every text with its length, whole numbers however wide they are
 * stored. Two documents have the same canonical text only where they say the same.
 */
final class CanonicalText {

    /** What isn't the transaction's content: the hash itself, and events on their way out, gone once acknowledged. */
    private static final Set<String> LEFT_OUT = Set.of(LedgerFields.HASH, LedgerFields.OUTBOX);

    private static final int USUAL_CHARACTERS = 3_000;

    private CanonicalText() {}

    /** SHA-256 over a ledger document's content, in hexadecimal. */
    static String hash(Document transaction) {
        StringBuilder text = new StringBuilder(USUAL_CHARACTERS);
        append(text, transaction, LEFT_OUT);
        return DerivedId.sha256(text.toString());
    }

    /** In order of the names. Sorted here and not in a map of its own: this runs for each accrual, over each part of it. */
    private static void append(StringBuilder text, Map<?, ?> map, Set<String> leftOut) {
        Object[] names = map.keySet().toArray();
        Arrays.sort(names);
        text.append('{');
        for (Object name : names) {
            if (!leftOut.contains(name)) {
                append(text, name);
                append(text, map.get(name));
            }
        }
        text.append('}');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof String string) {
            text.append('s').append(string.length()).append(':').append(string);
        } else if (value instanceof Long || value instanceof Integer) {
            text.append('n').append(((Number) value).longValue()).append(';');
        } else if (value instanceof Boolean flag) {
            text.append(flag ? 't' : 'f').append(';');
        } else if (value instanceof Date date) {
            text.append('d').append(date.toInstant().toEpochMilli()).append(';');
        } else if (value instanceof Map<?, ?> map) {
            append(text, map, Set.of());
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(of -> append(text, of));
            text.append(']');
        } else {
            // Nothing of ours: whatever it is, it makes a difference, and the audit says so.
            text.append('?').append(value).append(';');
        }
    }
}
