package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update that only removes fields. Clearing an outbox is one, so every other write is of this kind. */
record FieldRemoval(Set<String> fields) {

    private static final Set<String> UNSET = Set.of("$unset");

    /** Null if the update does something else or removes only a part of a field. */
    static @Nullable FieldRemoval of(Document update) {
        return update.keySet().equals(UNSET)
                        && update.get("$unset") instanceof Document names
                        && names.keySet().stream().noneMatch(name -> name.contains(".") || name.equals("_id"))
                ? new FieldRemoval(names.keySet())
                : null;
    }

    boolean changes(Document document) {
        return fields.stream().anyMatch(document::containsKey);
    }

    /** The document without the fields. It shares its values with the original. */
    Document from(Document document) {
        Document left = document.clone();
        fields.forEach(left::remove);
        return left;
    }

    boolean concerns(Index<?> index) {
        return index.getKeys().stream()
                .anyMatch(key -> fields.contains(key.getKey().split("\\.", 2)[0]));
    }
}
