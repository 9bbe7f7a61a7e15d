package io.entente.commission.plans.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.FoldedWords;
import io.entente.platform.domain.lists.ListCursor;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches and pages a list that is bounded and already in memory, because it is one document. It behaves like the indexed lists. */
final class SmallList {

    private SmallList() {}

    private record Keyed<T>(String key, T item) {}

    /** @param key of an item in the order, see {@link io.entente.platform.domain.lists.SortKey} */
    static <T> Page<T> page(Stream<T> items, Function<T, String> key, SortOrder sort, PageRequest page) {
        Comparator<Keyed<T>> ascending = Comparator.comparing(Keyed::key);
        Comparator<Keyed<T>> order = sort.isDescending() ? ascending.reversed() : ascending;
        String after = page.after() == null
                ? null
                : ListCursor.read(sort, page.after()).key();
        List<Keyed<T>> found = items.map(item -> new Keyed<>(key.apply(item), item))
                .filter(each -> after == null || isAfter(each.key(), after, sort))
                .sorted(order)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, each -> new ListCursor(sort, each.key()).text())
                .map(Keyed::item);
    }

    private static boolean isAfter(String key, String other, SortOrder sort) {
        return sort.isDescending() ? key.compareTo(other) < 0 : key.compareTo(other) > 0;
    }

    /** Whether texts have all words. The last one may be incomplete. */
    static boolean has(@Nullable SearchText wanted, @Nullable String... texts) {
        if (wanted == null) {
            return true;
        }
        List<String> words = Stream.of(texts)
                .flatMap(text -> text == null ? Stream.<String>empty() : FoldedWords.of(text).stream())
                .toList();
        return words.containsAll(wanted.whole())
                && words.stream()
                        .anyMatch(word -> wanted.isLastIncomplete()
                                ? word.startsWith(wanted.last())
                                : word.equals(wanted.last()));
    }
}
