package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index as an ordered map from the list of indexed values to the key of the document that has them. */
final class StoreIndex extends AbstractUniqueIndex<Object> implements RangeIndex {

    private final MVMap<Object, Object> positions;

    StoreIndex(MVMap<Object, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
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
    public Iterator<RangeIndex.Entry> ascending(List<Object> start) {
        return new CursorEntries(positions.cursor(start, null, false), (key, position) -> position);
    }

    @Override
    public Iterator<RangeIndex.Entry> descending(List<Object> end) {
        return new CursorEntries(positions.cursor(end, null, true), (key, position) -> position);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(listed(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(listed(key), Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> StreamSupport.stream(positions.entrySet().spliterator(), false)
                .map(entry -> Map.entry(new KeyValue((List<?>) entry.getKey()), entry.getValue()))
                .iterator();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(listed(key));
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    private static List<Object> listed(KeyValue key) {
        List<Object> values = new ArrayList<>(key.size());
        key.forEach(value -> values.add(value));
        return values;
    }
}
