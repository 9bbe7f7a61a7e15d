package io.entente.testkit.queries;

import io.entente.testkit.queries.FilterShape.Restriction;
import io.entente.testkit.queries.QueryShape.SortKey;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** An index as {@code listIndexes} describes it, and the rule that decides whether it serves a query. */
record DeclaredIndex(List<SortKey> keys, boolean isUnique, boolean isSparse) {

    /** The index over {@code _id}, which every collection has. */
    static final DeclaredIndex OF_ID = new DeclaredIndex(List.of(new SortKey("_id", true)), true, false);

    static DeclaredIndex of(Document description) {
        return new DeclaredIndex(
                SortKey.of(description.get("key", Document.class).toBsonDocument()),
                description.getBoolean("unique", false),
                description.getBoolean("sparse", false));
    }

    /**
     * Whether a store answers the query from a contiguous part of this index, in the order that the query asks for: fields
     * with one value first, then a range, then the sort. Further conditions may filter what the index finds.
     */
    boolean serves(QueryShape query) {
        FilterShape filter = query.filter();
        List<SortKey> sort = query.sort();
        Set<String> equal = filter.equal();
        int prefix = 0;
        while (prefix < keys.size() && equal.contains(keys.get(prefix).field())) {
            prefix++;
        }
        if (prefix == keys.size() && isUnique) {
            return true;
        }
        boolean isNarrowed = prefix > 0 || (!keys.isEmpty() && narrows(filter, keys.get(0)));
        boolean isReadInOrder = filter.isEmpty() && query.isLimited() && !sort.isEmpty() && !isSparse;
        return (isNarrowed || isReadInOrder) && isInOrder(sort, equal, prefix);
    }

    private boolean narrows(FilterShape filter, SortKey key) {
        Restriction restriction = filter.fields().getOrDefault(key.field(), Restriction.OTHER);
        // An index that isn't sparse holds every document, whether it has the field or not.
        return restriction == Restriction.RANGE || (restriction == Restriction.EXISTS && isSparse);
    }

    private boolean isInOrder(List<SortKey> sort, Set<String> equal, int prefix) {
        List<SortKey> asked =
                sort.stream().filter(key -> !equal.contains(key.field())).toList();
        List<SortKey> given = keys.subList(prefix, keys.size()).stream()
                .filter(key -> !equal.contains(key.field()))
                .toList();
        if (asked.size() > given.size()) {
            return false;
        }
        List<SortKey> first = given.subList(0, asked.size());
        return asked.equals(first)
                || asked.equals(first.stream().map(DeclaredIndex::reversed).toList());
    }

    private static SortKey reversed(SortKey key) {
        return new SortKey(key.field(), !key.isAscending());
    }
}
