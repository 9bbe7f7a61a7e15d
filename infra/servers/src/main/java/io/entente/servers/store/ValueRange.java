package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The bounds that a query sets on a field. With them a page of a long collection is read from its place and not from the start. */
record ValueRange(@Nullable Object from, @Nullable Object to) {

    static ValueRange of(Document query, @Nullable String field) {
        ValueRange range = new ValueRange(null, null);
        if (field == null) {
            return range;
        }
        if (query.get(field) instanceof Document bounds) {
            range = new ValueRange(first(bounds, "$gte", "$gt"), first(bounds, "$lte", "$lt"));
        }
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Object part : parts) {
                range = range.or(of((Document) part, field));
            }
        }
        return range;
    }

    /**
     * The ranges of a query that is satisfied by any of several ranges of a field, {@code {$or: [{_id: {…}}, {_id: {…}}]}}. Empty
     * if the query has another form, or if one of its alternatives is open at an end.
     */
    static List<ValueRange> alternatives(Document query, @Nullable String field) {
        if (!(query.get("$or") instanceof Collection<?> parts)) {
            return List.of();
        }
        List<ValueRange> ranges =
                parts.stream().map(part -> of((Document) part, field)).toList();
        return ranges.stream().allMatch(range -> range.from != null && range.to != null) ? ranges : List.of();
    }

    /** Takes a bound that this range lacks from the other range. The query's filter checks the rest. */
    private ValueRange or(ValueRange other) {
        return new ValueRange(from == null ? other.from : from, to == null ? other.to : to);
    }

    boolean isBounded() {
        return from != null || to != null;
    }

    private static @Nullable Object first(Document bounds, String inclusive, String exclusive) {
        Object value = bounds.get(inclusive);
        return value == null ? bounds.get(exclusive) : value;
    }

    /**
     * The documents whose {@code _id} is within the bounds or at one of them, as bytes in the order of {@code _id}. The
     * query's filter decides about those at a bound.
     */
    Stream<byte[]> scan(MVMap<Object, byte[]> documents, boolean isBackwards) {
        Cursor<Object, byte[]> cursor =
                isBackwards ? documents.cursor(to, from, true) : documents.cursor(from, to, false);
        Iterator<byte[]> found = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public byte[] next() {
                cursor.next();
                return cursor.getValue();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED), false);
    }
}
