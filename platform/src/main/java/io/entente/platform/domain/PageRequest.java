package io.entente.platform.domain;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a list.
 *
 * @param limit number of items on the page, from 1 to {@link #MAX_LIMIT}
 * @param after key of the last item on the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    /** @throws IllegalArgumentException if the limit is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("The limit must be a number from 1 to " + MAX_LIMIT);
        }
    }

    /** The first page, with the default number of items. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** How many items to read: one more than the page holds, so that the reader learns whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
