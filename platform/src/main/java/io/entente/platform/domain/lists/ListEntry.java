package io.entente.platform.domain.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stored item is filtered, searched and sorted by in its list. It is stored with the item and written with each change.
 *
 * <p>It also keeps the keys that the item had before its last changes, so that the later pages of a list can sort it as the first
 * page did.
 *
 * @param filters each as {@code name:value}
 * @param starts see {@link SearchTerms}
 * @param words see {@link SearchTerms}
 * @param by the item's {@link SortKey} of each order
 * @param since when the oldest known keys began to apply, see {@link SortKey#start}; null if they always have
 * @param earlier the keys before the changes of the last day, the oldest first; null in entries of earlier versions
 */
public record ListEntry(
        List<String> filters,
        List<String> starts,
        List<String> words,
        Map<String, String> by,
        @Nullable String since,
        @Nullable List<EarlierKeys> earlier) {

    /** For this time after its first page, a list is sorted as it was then. */
    public static final Duration KEPT = Duration.ofDays(1);

    /** Of more changes in that time, the first are forgotten. */
    static final int MAX_EARLIER = 50;

    /**
     * The keys before a change.
     *
     * @param until when the change was written, see {@link SortKey#start}
     * @param by the keys that the change replaced
     */
    public record EarlierKeys(String until, Map<String, String> by) {

        public EarlierKeys {
            by = Map.copyOf(by);
        }
    }

    public ListEntry {
        filters = List.copyOf(filters);
        starts = List.copyOf(starts);
        words = List.copyOf(words);
        by = Map.copyOf(by);
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    public static ListEntry of(List<String> filters, SearchTerms terms, Map<String, String> by) {
        return new ListEntry(filters.stream().distinct().toList(), terms.starts(), terms.words(), by, null, List.of());
    }

    /** A filter for one value, or for a combination of values. */
    public static String filter(String name, String... values) {
        return name + ":" + String.join("|", values);
    }

    /** The same entry of an item that is stored for the first time at an instant. */
    public ListEntry createdAt(Instant now) {
        return since(now, List.of());
    }

    /** The same entry of an item that was stored at an instant and knows its earlier keys. */
    public ListEntry since(Instant created, List<EarlierKeys> keys) {
        return new ListEntry(filters, starts, words, by, SortKey.start(created), keys);
    }

    /**
     * The same entry of an item that is stored again at an instant.
     *
     * @param before the entry that it replaces; null if the item had none
     */
    public ListEntry replacing(@Nullable ListEntry before, Instant now) {
        if (before == null) {
            return this;
        }
        List<EarlierKeys> kept = new ArrayList<>(before.known());
        kept.add(new EarlierKeys(SortKey.start(now), replaced(before.by)));
        String keptSince = before.since;
        String oldest = SortKey.start(now.minus(KEPT));
        while (kept.size() > MAX_EARLIER || kept.get(0).until().compareTo(oldest) <= 0) {
            keptSince = kept.remove(0).until();
        }
        return new ListEntry(filters, starts, words, by, keptSince, kept);
    }

    private Map<String, String> replaced(Map<String, String> before) {
        Map<String, String> replaced = new HashMap<>(before);
        replaced.entrySet().removeIf(key -> key.getValue().equals(by.get(key.getKey())));
        return replaced;
    }

    /**
     * The key that the item had in an order.
     *
     * @param at the instant, see {@link SortKey#start}
     * @param oldest whether the oldest known key counts if the one of that instant isn't known
     * @return null if the item wasn't stored then
     */
    public @Nullable String keyAt(String order, String at, boolean oldest) {
        boolean isKnown = since == null || since.compareTo(at) <= 0 || known().size() == MAX_EARLIER;
        if (!isKnown && !oldest) {
            return null;
        }
        for (EarlierKeys keys : known()) {
            String key = keys.by().get(order);
            if (key != null && keys.until().compareTo(at) > 0) {
                return key;
            }
        }
        return by.get(order);
    }

    private List<EarlierKeys> known() {
        return earlier == null ? List.of() : earlier;
    }
}
