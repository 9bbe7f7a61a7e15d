package io.entente.platform.domain.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects items of a list by their {@link ListEntry} and names the order.
 *
 * @param filters an item must have one filter of each of these lists. The first list is looked up in an index, so the one that
 *     selects the fewest items comes first.
 * @param text an item must have its words; null for any item
 * @param from the least key of the list's first order, inclusive; null for no bound
 * @param to the greatest key of the list's first order, exclusive; null for no bound
 */
public record ListQuery(
        List<List<String>> filters,
        @Nullable SearchText text,
        @Nullable String from,
        @Nullable String to,
        SortOrder sort) {

    public ListQuery {
        filters = filters.stream().<List<String>>map(List::copyOf).toList();
    }

    /** Whether it selects every item. */
    public boolean isForAll() {
        return filters.isEmpty() && text == null && from == null && to == null;
    }
}
