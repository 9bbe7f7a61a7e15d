package io.entente.servers.store;

import java.util.Iterator;
import java.util.List;

/**
 * An index whose entries lie in the order of their values, so that an {@link IndexScan} can read a part of it from either
 * end. A place in it is a list of values for all of its fields or for the first ones.
 */
interface RangeIndex {

    /** The fields whose values the entries hold, in the order of the index. */
    List<String> fields();

    boolean holdsOnlyDocumentsWithItsFields();

    /** The entries from a place on. */
    Iterator<Entry> ascending(List<Object> start);

    /** The entries before a place, the last one first. */
    Iterator<Entry> descending(List<Object> end);

    /**
     * A document's place in the index.
     *
     * @param values one for each field of the index, and perhaps more after them
     * @param position the key of the document in its collection
     */
    record Entry(List<?> values, Object position) {}
}
