package io.entente.servers.store;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.h2.mvstore.Cursor;

/** Reads the entries of an index from a cursor of its map. */
final class CursorEntries implements Iterator<RangeIndex.Entry> {

    private final Cursor<Object, Object> cursor;
    private final BiFunction<List<?>, Object, Object> position;

    /** @param position finds the document's position in the key and the value of a map's entry */
    CursorEntries(Cursor<Object, Object> cursor, BiFunction<List<?>, Object, Object> position) {
        this.cursor = cursor;
        this.position = position;
    }

    @Override
    public boolean hasNext() {
        return cursor.hasNext();
    }

    @Override
    public RangeIndex.Entry next() {
        List<?> key = (List<?>) cursor.next();
        return new RangeIndex.Entry(key, position.apply(key, cursor.getValue()));
    }
}
