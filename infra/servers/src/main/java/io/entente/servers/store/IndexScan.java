package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The part of an {@link OrderedIndex} that holds every document a query can match: equal values of its first fields, then a
 * range of the next one. What else the query says filters what the scan finds.
 *
 * @param equal the values that the first fields must have
 * @param from where the next field's range begins, inclusive
 * @param to where it ends, inclusive
 * @param usefulness 0 where the query says nothing that the index knows; the greatest is the best to scan
 */
record IndexScan(OrderedIndex index, List<Object> equal, @Nullable Object from, @Nullable Object to, int usefulness) {

    private static final int OF_AN_EQUALITY = 4;
    private static final int OF_A_RANGE = 2;
    private static final int OF_BEING_SPARSE = 1;

    static IndexScan of(OrderedIndex index, Document query) {
        Document equalities = IndexLookup.equalities(query);
        List<Object> equal = new ArrayList<>();
        for (String field : index.fields()) {
            Object value = equalities.get(field);
            if (value == null || (value instanceof Document expression && expression.containsKey("$in"))) {
                ValueRange range = ValueRange.of(query, field);
                int useful = equal.size() * OF_AN_EQUALITY
                        + (range.isBounded() ? OF_A_RANGE : 0)
                        + (isAskedToExist(query, index) ? OF_BEING_SPARSE : 0);
                return new IndexScan(index, equal, range.from(), range.to(), useful);
            }
            equal.add(value);
        }
        return new IndexScan(index, equal, null, null, equal.size() * OF_AN_EQUALITY);
    }

    private static boolean isAskedToExist(Document query, OrderedIndex index) {
        return index.holdsOnlyDocumentsWithItsFields()
                && index.fields().stream()
                        .anyMatch(field -> query.get(field) instanceof Document expression
                                && Boolean.TRUE.equals(expression.get("$exists")));
    }

    /** Whether what the scan finds comes in this order: by the fields after those that are equal, and at last by {@code _id}. */
    boolean isInOrder(Document orderBy) {
        List<String> order = new ArrayList<>(index.fields());
        order.add("_id");
        List<String> asked = List.copyOf(orderBy.keySet());
        List<String> given = order.subList(equal.size(), order.size());
        return asked.size() <= given.size()
                && given.subList(0, asked.size()).equals(asked)
                && orderBy.values().stream().allMatch(way -> way instanceof Number number && number.intValue() == 1);
    }

    /** The keys of the documents found, in the index's order, each once. */
    Stream<Object> positions() {
        List<Object> start = new ArrayList<>(equal);
        if (from != null) {
            start.add(from);
        }
        Cursor<Object, Object> cursor = index.from(start);
        Iterator<List<?>> keys = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public List<?> next() {
                return (List<?>) cursor.next();
            }
        };
        Stream<Object> found = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(keys, Spliterator.ORDERED), false)
                .takeWhile(this::isWithin)
                .map(key -> key.get(key.size() - 1));
        return found.distinct();
    }

    private boolean isWithin(List<?> key) {
        for (int i = 0; i < equal.size(); i++) {
            if (BsonValue.TYPE.compare(key.get(i), equal.get(i)) != 0) {
                return false;
            }
        }
        return to == null || BsonValue.TYPE.compare(key.get(equal.size()), to) <= 0;
    }
}
