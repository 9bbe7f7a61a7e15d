package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update that does nothing but take fields away, as the clearing of an outbox does, which is every other write there is. */
record FieldRemoval(Set<String> fields) {

    private static final Set<String> UNSET = Set.of("$unset");

    /** Null where the update does something else, or takes away part of a field. */
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

    /** What is left of a document; the rest is shared with it. */
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
