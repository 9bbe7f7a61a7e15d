package io.entente.commission.ledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a ledger entry into the text that is hashed. Fields are sorted by name. Each value carries its type and
 * each text its length. Whole numbers look the same whatever width they are stored in. Two entries have the same
 * text only if they have the same content.
 *
 * <p>The number of the format is part of the text. Format 2 allows only the types that the ledger writes. Format 1
 * has no number, and its entries have no field {@code format}. It wrote values of other types as Java prints them.
 * That remains supported, so that chains written in format 1 can still be verified.
 */
public final class CanonicalText {

    /** The format of new entries. */
    public static final int FORMAT = 2;

    /** The field with the hash. */
    public static final String HASH = "hash";

    /** The field with the number of the format. */
    public static final String FORMAT_FIELD = "format";

    /** The field with the events that are not published yet. */
    public static final String OUTBOX = "outbox";

    /**
     * Fields that are not part of an entry's content: the hash itself, and the outbox, which is cleared after
     * publishing.
     */
    private static final Set<String> LEFT_OUT = Set.of(HASH, OUTBOX);

    private static final int FIRST_FORMAT = 1;
    private static final int USUAL_CHARACTERS = 3_000;

    private final StringBuilder text = new StringBuilder(USUAL_CHARACTERS);
    private final int format;

    private CanonicalText(int format) {
        this.format = format;
    }

    /**
     * Returns the SHA-256 of the UTF-8 bytes of an entry's text in lower-case hexadecimal.
     *
     * @throws IllegalArgumentException if the format of the entry is unknown, or if it holds a value of a type
     * that its format doesn't allow
     */
    public static String hash(Map<String, ?> entry) {
        return sha256(of(entry));
    }

    /** Returns the text that is hashed. */
    public static String of(Map<String, ?> entry) {
        CanonicalText canonical = new CanonicalText(formatOf(entry));
        if (canonical.format != FIRST_FORMAT) {
            canonical.text.append("ledger/").append(canonical.format).append('\n');
        }
        canonical.append(entry, LEFT_OUT);
        return canonical.text.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static int formatOf(Map<String, ?> entry) {
        if (!entry.containsKey(FORMAT_FIELD)) {
            return FIRST_FORMAT;
        }
        Object format = entry.get(FORMAT_FIELD);
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
