package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a query that an index can answer. The rest of the query then filters the few documents that the index
 * names. Without it {@code {_id: x, version: 3}}, the query of every conditional update, would read the whole collection.
 */
final class IndexLookup {

    private static final Set<Set<String>> LOOKUPS = Set.of(Set.of("$in"), Set.of("$eq"));

    private IndexLookup() {}

    /** The equality conditions that every match must meet, also those within {@code $and}. */
    static Document equalities(Document query) {
        Document found = new Document();
        collect(query, found);
        return found;
    }

    private static void collect(Document query, Document into) {
        for (Map.Entry<String, Object> condition : query.entrySet()) {
            if (condition.getKey().equals("$and") && condition.getValue() instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, into));
            } else if (!condition.getKey().startsWith("$") && isLookup(condition.getValue())) {
                into.putIfAbsent(condition.getKey(), plain(condition.getValue()));
            }
        }
    }

    /** An index can't distinguish null from a missing field, nor a list from its elements. The filter decides about those. */
    private static boolean isLookup(@Nullable Object value) {
        if (value instanceof Document expression && expression.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            return LOOKUPS.contains(expression.keySet());
        }
        return value != null && !(value instanceof Collection);
    }

    private static Object plain(Object value) {
        return value instanceof Document expression && expression.containsKey("$eq") ? expression.get("$eq") : value;
    }

    /** The conditions on the fields of the index, or null if one of its fields has no condition. */
    static @Nullable Document restrict(Document equalities, Index<?> index) {
        Document lookup = new Document();
        List<String> fields = index.getKeys().stream().map(IndexKey::getKey).toList();
        for (String field : fields) {
            if (!equalities.containsKey(field)) {
                return null;
            }
            lookup.put(field, equalities.get(field));
        }
        return lookup;
    }
}
