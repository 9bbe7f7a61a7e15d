package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The part of an {@link RangeIndex} that holds every document a query can match: equal values of its first fields, then a
 * range of the next field. The query's other conditions filter what the scan finds.
 *
 * @param equal the values that the first fields must have
 * @param from where the next field's range begins, inclusive
 * @param to where it ends, inclusive
 * @param order whether the scan finds documents in the order that the query asks for, and from which end it reads
 * @param usefulness 0 if the index doesn't help the query; of several scans the one with the greatest value is the best
 */
record IndexScan(
        RangeIndex index,
        List<Object> equal,
        @Nullable Object from,
        @Nullable Object to,
        ScanOrder order,
        int usefulness) {

    private static final int OF_AN_EQUALITY = 8;
    private static final int OF_A_RANGE = 4;
    private static final int OF_BEING_SPARSE = 2;
    private static final int OF_THE_ORDER = 1;

    static IndexScan of(RangeIndex index, Document query, @Nullable Document orderBy) {
        List<Object> equal = equalities(index, query);
        boolean rangeIsPossible = equal.size() < index.fields().size();
        ValueRange range = ValueRange.of(query, rangeIsPossible ? index.fields().get(equal.size()) : null);
        ScanOrder order = ScanOrder.of(index.fields(), equal.size(), orderBy);
        int conditions = equal.size() * OF_AN_EQUALITY
                + (range.isBounded() ? OF_A_RANGE : 0)
                + (requiresSparseField(query, index) ? OF_BEING_SPARSE : 0);
        // A sparse index doesn't hold every document, so the order alone is no reason to read it.
        boolean ordered = order.isAsAsked() && (conditions > 0 || !index.holdsOnlyDocumentsWithItsFields());
        return new IndexScan(index, equal, range.from(), range.to(), order, conditions + (ordered ? OF_THE_ORDER : 0));
    }

    private static List<Object> equalities(RangeIndex index, Document query) {
        Document equalities = IndexLookup.equalities(query);
        List<Object> equal = new ArrayList<>();
        for (String field : index.fields()) {
            Object value = equalities.get(field);
            if (value == null || (value instanceof Document expression && expression.containsKey("$in"))) {
                break;
            }
            // The index holds normalized values, so that 1 and 1.0 are equal, also within a document.
            equal.add(new KeyValue(List.of(value)).normalized().get(0));
        }
        return equal;
    }

    private static boolean requiresSparseField(Document query, RangeIndex index) {
        return index.holdsOnlyDocumentsWithItsFields()
                && index.fields().stream()
                        .anyMatch(field -> query.get(field) instanceof Document expression
                                && Boolean.TRUE.equals(expression.get("$exists")));
    }

    /** The positions of the documents that the scan finds, in its order, each position once. */
    Stream<Object> positions() {
        Iterator<RangeIndex.Entry> entries = order.isDescending() ? index.descending(end()) : index.ascending(start());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false)
                .takeWhile(entry -> isWithin(entry.values()))
                .map(RangeIndex.Entry::position)
                .distinct();
    }

    private List<Object> start() {
        return prefix(from);
    }

    private List<Object> end() {
        return IndexKeyType.endOf(prefix(to));
    }

    private List<Object> prefix(@Nullable Object bound) {
        List<Object> prefix = new ArrayList<>(equal);
        if (bound != null) {
            prefix.add(bound);
        }
        return prefix;
    }

    /** The scan began at one end of the range, so an entry outside means that it has passed the other end. */
    private boolean isWithin(List<?> values) {
        for (int i = 0; i < equal.size(); i++) {
            if (BsonValue.TYPE.compare(values.get(i), equal.get(i)) != 0) {
                return false;
            }
        }
        Object bound = order.isDescending() ? from : to;
        if (bound == null) {
            return true;
        }
        int position = BsonValue.TYPE.compare(values.get(equal.size()), bound);
        return order.isDescending() ? position >= 0 : position <= 0;
    }
}
