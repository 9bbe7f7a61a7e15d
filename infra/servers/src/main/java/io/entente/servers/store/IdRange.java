package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The bounds that a query sets on {@code _id}, so that a page of a long collection reads from there and not from its start. */
record IdRange(@Nullable Object from, @Nullable Object to) {

    static IdRange of(Document query, @Nullable String idField) {
        if (idField == null || !(query.get(idField) instanceof Document bounds)) {
            return new IdRange(null, null);
        }
        return new IdRange(first(bounds, "$gte", "$gt"), first(bounds, "$lte", "$lt"));
    }

    private static @Nullable Object first(Document bounds, String inclusive, String exclusive) {
        Object value = bounds.get(inclusive);
        return value == null ? bounds.get(exclusive) : value;
    }

    /** Everything within the bounds, these included, in the order of {@code _id}; what is at a bound, the filter decides. */
    Stream<Document> scan(MVMap<Object, Object> documents) {
        Cursor<Object, Object> cursor = documents.cursor(from, to, false);
        Iterator<Document> found = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Document next() {
                cursor.next();
                return (Document) cursor.getValue();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED), false);
    }
}
