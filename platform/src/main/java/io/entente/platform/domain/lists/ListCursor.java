package io.entente.platform.domain.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The position after an item in an order. It names the order, so that a cursor isn't used in another one.
 *
 * @param asOf the instant of the first page; null if the keys of the order never change
 * @param key the item's {@link SortKey} at that instant
 */
public record ListCursor(SortOrder sort, @Nullable Instant asOf, String key) {

    /** No key begins with this sign. */
    private static final String AT = "@";

    private static final int DIGITS = 15;

    public ListCursor(SortOrder sort, String key) {
        this(sort, null, key);
    }

    /** The text from which a page continues. */
    public String text() {
        return prefix(sort) + (asOf == null ? "" : AT + SortKey.start(asOf)) + key;
    }

    /** Whether a text comes from a list in this order. */
    public static boolean isOf(SortOrder sort, String text) {
        return text.startsWith(prefix(sort))
                && hasWholeInstant(text.substring(prefix(sort).length()));
    }

    /** @throws IllegalArgumentException if the text comes from a list in another order */
    public static ListCursor read(SortOrder sort, String text) {
        if (!isOf(sort, text)) {
            throw new IllegalArgumentException("the cursor belongs to another order");
        }
        String position = text.substring(prefix(sort).length());
        if (!position.startsWith(AT)) {
            return new ListCursor(sort, position);
        }
        long millis = Long.parseLong(position.substring(1, 1 + DIGITS));
        return new ListCursor(sort, Instant.ofEpochMilli(millis), position.substring(1 + DIGITS));
    }

    private static boolean hasWholeInstant(String position) {
        return !position.startsWith(AT)
                || (position.length() > DIGITS
                        && position.substring(1, 1 + DIGITS).chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static String prefix(SortOrder sort) {
        return sort.by() + (sort.isDescending() ? " desc " : " asc ");
    }
}
