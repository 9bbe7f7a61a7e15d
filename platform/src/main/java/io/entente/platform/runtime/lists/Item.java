package io.entente.platform.runtime.lists;

import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import java.util.Comparator;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An item of a list with its key in the order that was asked for. */
record Item(String id, String key) {

    /** Empty if the item was stored later. */
    static Optional<Item> of(Document found, String order, @Nullable AsOf asOf) {
        StoredKeys keys = StoredKeys.of(found.get(IndexedList.FIELD, Document.class));
        String key = asOf == null ? keys.now(order) : keys.at(order, SortKey.start(asOf.instant()), asOf.isLongAgo());
        return key == null ? Optional.empty() : Optional.of(new Item(found.getString("_id"), key));
    }

    boolean isAfter(String position, SortOrder sort) {
        int order = key.compareTo(position);
        return sort.isDescending() ? order < 0 : order > 0;
    }

    static Comparator<Item> in(SortOrder sort) {
        Comparator<Item> ascending = Comparator.comparing(Item::key);
        return sort.isDescending() ? ascending.reversed() : ascending;
    }
}
