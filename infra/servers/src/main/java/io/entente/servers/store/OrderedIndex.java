package io.entente.servers.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index in which several documents may have the same values. It is an ordered map whose keys are the indexed values and,
 * at the end, the document's {@code _id}. So each entry belongs to one document, and entries with equal values are in the
 * order of {@code _id}.
 *
 * <p>Only {@link IndexScan} reads it. The superclass supports look-ups of equal values and nothing else, so this index tells
 * it that it can't handle any query.
 */
final class OrderedIndex extends Index<Object> implements RangeIndex {

    private final MVMap<Object, Object> entries;

    OrderedIndex(MVMap<Object, Object> entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    @Override
    public List<String> fields() {
        return keys();
    }

    @Override
    public boolean holdsOnlyDocumentsWithItsFields() {
        return isSparse();
    }

    @Override
    public Iterator<Entry> ascending(List<Object> start) {
        return new CursorEntries(entries.cursor(start, null, false), (key, always) -> position(key));
    }

    @Override
    public Iterator<Entry> descending(List<Object> end) {
        return new CursorEntries(entries.cursor(end, null, true), (key, always) -> position(key));
    }

    private static Object position(List<?> key) {
        return key.get(key.size() - 1);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        keysOf(document, position).forEach(key -> entries.put(key, true));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = Missing.ofNullable(document.get("_id"));
        Set<List<Object>> keys = keysOf(document, position);
        keys.forEach(entries::remove);
        return keys.isEmpty() ? null : position;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<List<Object>> old = keysOf(before, position);
        Set<List<Object>> now = keysOf(after, position);
        old.stream().filter(key -> !now.contains(key)).forEach(entries::remove);
        now.stream().filter(key -> !old.contains(key)).forEach(key -> entries.put(key, true));
    }

    /** One key, or a key for each element if a value is a list. */
    private Set<List<Object>> keysOf(Document document, Object position) {
        if (isSparse() && fields().stream().noneMatch(field -> isIn(document, field))) {
            return Set.of();
        }
        return getKeyValues(document).stream()
                .map(OrderedIndex::listed)
                .map(values -> {
                    values.add(position);
                    return values;
                })
                .collect(Collectors.toSet());
    }

    /** Asks the document, because a key holds null for a missing field too. */
    private static boolean isIn(Document document, String field) {
        return !(Utils.getSubdocumentValueCollectionAware(document, field) instanceof Missing);
    }

    private static List<Object> listed(KeyValue key) {
        List<Object> values = new ArrayList<>(key.size() + 1);
        key.forEach(value -> values.add(value));
        return values;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("read with an IndexScan");
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
