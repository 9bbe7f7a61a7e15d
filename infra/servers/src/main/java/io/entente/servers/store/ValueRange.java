package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The bounds that a query sets on a field, so that a page of a long collection reads from there and not from its start. */
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

    /** What this range leaves open, the other one may bound; the filter sees to the rest. */
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

    /** Everything within the bounds, these included, in the order of {@code _id}; what is at a bound, the filter decides. */
    Stream<Document> scan(MVMap<Object, byte[]> documents) {
        Cursor<Object, byte[]> cursor = documents.cursor(from, to, false);
        Iterator<Document> found = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Document next() {
                cursor.next();
                return BsonValue.document(cursor.getValue());
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED), false);
    }
}
