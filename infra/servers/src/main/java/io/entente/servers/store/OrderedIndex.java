package io.entente.servers.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that several documents may share a place in: an ordered map whose keys are the indexed values and, last, the
 * document's own key, which makes each entry one document's and the order within equal values that of {@code _id}.
 *
 * <p>{@link IndexScan} reads it. The class above would only ask it for equal values, so it is told that there is nothing to
 * ask for.
 */
final class OrderedIndex extends Index<Object> {

    private final MVMap<Object, Object> entries;

    OrderedIndex(MVMap<Object, Object> entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    List<String> fields() {
        return getKeys().stream().map(IndexKey::getKey).toList();
    }

    boolean holdsOnlyDocumentsWithItsFields() {
        return isSparse();
    }

    /** The entries from a prefix of values on, in order. */
    Cursor<Object, Object> from(List<Object> prefix) {
        return entries.cursor(prefix, null, false);
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

    /** One key, or one for each element of a list. */
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

    /** Asked of the document, since among key values what is missing is null. */
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
