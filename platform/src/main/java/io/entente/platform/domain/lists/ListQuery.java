package io.entente.platform.domain.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects items of a list by their {@link ListEntry} and names the order.
 *
 * @param filters an item must have one filter of each of these lists. The first list is looked up in an index, so the one that
 *     selects the fewest items comes first.
 * @param text an item must have its words, or one of the filters of {@code instead}; null for any item
 * @param instead filters that an item may have instead of the words, such as the partners whose names have them; without a text, there
 *     are none
 * @param from the least key of the list's first order, inclusive; null for no bound
 * @param to the greatest key of the list's first order, exclusive; null for no bound
 */
public record ListQuery(
        List<List<String>> filters,
        @Nullable SearchText text,
        List<String> instead,
        @Nullable String from,
        @Nullable String to,
        SortOrder sort) {

    public ListQuery {
        filters = filters.stream().<List<String>>map(List::copyOf).toList();
        instead = List.copyOf(instead);
    }

    /** Creates a query whose text only the words of an item match. */
    public ListQuery(
            List<List<String>> filters,
            @Nullable SearchText text,
            @Nullable String from,
            @Nullable String to,
            SortOrder sort) {
        this(filters, text, List.of(), from, to, sort);
    }

    /** Whether it selects every item. */
    public boolean isForAll() {
        return filters.isEmpty() && text == null && from == null && to == null;
    }
}
