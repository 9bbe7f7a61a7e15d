package io.entente.platform.domain.lists;

import java.util.List;
import java.util.Map;

/**
 * What a stored item is filtered, searched and sorted by in its list. It is stored with the item and written with each change.
 *
 * @param filters each as {@code name:value}
 * @param starts see {@link SearchTerms}
 * @param words see {@link SearchTerms}
 * @param by the item's {@link SortKey} of each order
 */
public record ListEntry(List<String> filters, List<String> starts, List<String> words, Map<String, String> by) {

    public ListEntry {
        filters = List.copyOf(filters);
        starts = List.copyOf(starts);
        words = List.copyOf(words);
        by = Map.copyOf(by);
    }

    public static ListEntry of(List<String> filters, SearchTerms terms, Map<String, String> by) {
        return new ListEntry(filters.stream().distinct().toList(), terms.starts(), terms.words(), by);
    }

    /** A filter for one value, or for a combination of values. */
    public static String filter(String name, String... values) {
        return name + ":" + String.join("|", values);
    }
}
