package io.entente.platform.domain.lists;

/**
 * The position after an item in an order. It names the order, so that a cursor isn't used in another one.
 *
 * @param key the item's {@link SortKey}
 */
public record ListCursor(SortOrder sort, String key) {

    /** The text from which a page continues. */
    public String text() {
        return prefix(sort) + key;
    }

    /** Whether a text comes from a list in this order. */
    public static boolean isOf(SortOrder sort, String text) {
        return text.startsWith(prefix(sort));
    }

    /** @throws IllegalArgumentException if the text comes from a list in another order */
    public static ListCursor read(SortOrder sort, String text) {
        if (!isOf(sort, text)) {
            throw new IllegalArgumentException("the cursor belongs to another order");
        }
        return new ListCursor(sort, text.substring(prefix(sort).length()));
    }

    private static String prefix(SortOrder sort) {
        return sort.by() + (sort.isDescending() ? " desc " : " asc ");
    }
}
