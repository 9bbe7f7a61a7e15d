package io.entente.platform.runtime.lists;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListEntry.EarlierKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The sort keys of a stored {@link ListEntry}. */
record StoredKeys(ListEntry entry) {

    /** @param list the stored entry, which may lack everything but its keys */
    static StoredKeys of(Document list) {
        List<EarlierKeys> earlier = list.getList("earlier", Document.class, List.of()).stream()
                .map(keys -> new EarlierKeys(keys.getString("until"), texts(keys)))
                .toList();
        return new StoredKeys(
                new ListEntry(List.of(), List.of(), List.of(), texts(list), list.getString("since"), earlier));
    }

    private static Map<String, String> texts(Document keys) {
        Map<String, String> texts = new HashMap<>();
        keys.get("by", new Document()).forEach((order, key) -> texts.put(order, String.valueOf(key)));
        return texts;
    }

    @Nullable
    String now(String order) {
        return entry.by().get(order);
    }

    @Nullable
    String at(String order, String instant, boolean oldest) {
        return entry.keyAt(order, instant, oldest);
    }
}
