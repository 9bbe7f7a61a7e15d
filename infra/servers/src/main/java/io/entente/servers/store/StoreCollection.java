package io.entente.servers.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection as an ordered map from {@code _id} to document. The map holds each document as its bytes, which take a quarter
 * of the memory that objects would take and can't be changed in place. Every read decodes a new copy, and an update changes
 * its copy and stores new bytes. So a reader sees either the old document or the new one.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {

    /** A range of ids is better than a range of another field, and worse than an equality. */
    private static final int USEFULNESS_OF_AN_ID_RANGE = 6;

    /** The fields of the index over {@code _id}. It is never scanned, because the documents themselves are in its order. */
    private static final List<String> ID = List.of("_id");

    private final MVMap<Object, byte[]> documents;
    private final LongAdder examined;

    /** @param examined counts the documents that queries read */
    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.examined = examined;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object key = idField == null ? UUID.randomUUID() : Missing.ofNullable(document.get(idField));
        if (documents.putIfAbsent(key, BsonValue.bytes(document)) != null) {
            throw new IllegalStateException("Key " + key + " is in " + this + " but not in its index");
        }
        return key;
    }

    /** If the update only removes fields, it goes without the copies and comparisons that other updates need. */
    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        FieldRemoval removal = isMulti || isUpsert || getIdField() == null ? null : FieldRemoval.of(update);
        if (removal == null) {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        }
        int matched = 0;
        List<Object> changed = new ArrayList<>();
        for (Document before : queryDocuments(selector, null, 0, 1, 0, null)) {
            matched++;
            if (removal.changes(before)) {
                remove(removal, before);
                changed.add(before.get(getIdField()));
            }
        }
        oplog.handleUpdate(getFullName(), selector, update, changed);
        return new Document("n", matched).append("nModified", changed.size());
    }

    private void remove(FieldRemoval removal, Document before) {
        Document after = removal.from(before);
        Object position = Missing.ofNullable(before.get(getIdField()));
        List<Index<Object>> concerned =
                getIndexes().stream().filter(removal::concerns).toList();
        concerned.forEach(index -> index.checkUpdate(before, after, this));
        concerned.forEach(index -> index.updateInPlace(before, after, position, this));
        handleUpdate(position, before, after);
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, BsonValue.bytes(after));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? null : read(bytes);
    }

    private Document read(byte[] bytes) {
        examined.increment();
        return BsonValue.document(bytes);
    }

    /** Unlike the superclass, also uses an index if the query has further conditions. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Document equalities = IndexLookup.equalities(query);
        for (Index<Object> index : getIndexes()) {
            Document lookup = IndexLookup.restrict(equalities, index);
            if (lookup != null && index.canHandle(lookup)) {
                return matchDocuments(query, index.getPositions(lookup), orderBy, skip, limit, batchSize, projection);
            }
        }
        return matchDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        boolean isNatural = orderBy != null && orderBy.containsKey("$natural");
        ValueRange ids = ValueRange.of(query, getIdField());
        IndexScan best = isNatural ? null : bestScan(query, orderBy);
        if (best != null && best.usefulness() > (ids.isBounded() ? USEFULNESS_OF_AN_ID_RANGE : 0)) {
            // Documents that come in the order asked for aren't sorted again, and a limit then ends the scan early.
            Document sort = best.order().isAsAsked() ? null : orderBy;
            return sort == null && skip == 0 && limit == 0 && batchSize > 0
                    ? inBatches(query, best.positions().toList(), batchSize, projection)
                    : matchDocumentsFromStream(at(best.positions()), query, sort, skip, limit, batchSize, projection);
        }
        List<ValueRange> alternatives = ids.isBounded() ? List.of() : ValueRange.alternatives(query, getIdField());
        if (!isNatural && !alternatives.isEmpty()) {
            return matchDocumentsFromStream(within(alternatives), query, orderBy, skip, limit, batchSize, projection);
        }
        ScanOrder order = ScanOrder.of(List.of(), 0, orderBy);
        boolean isBackwards = order.isDescending() || isNaturalDescending(orderBy);
        Stream<Document> scan = ids.scan(documents, isBackwards).map(this::read);
        Document sort = order.isAsAsked() ? null : orderBy;
        return matchDocumentsFromStream(scan, query, sort, skip, limit, batchSize, projection);
    }

    /** The documents in any of several ranges of ids, each document once although ranges can overlap. */
    private Stream<Document> within(List<ValueRange> alternatives) {
        Set<Object> seen = new HashSet<>();
        return alternatives.stream()
                .flatMap(range -> range.scan(documents, false))
                .map(this::read)
                .filter(document -> seen.add(Missing.ofNullable(document.get(getIdField()))));
    }

    private QueryResult inBatches(
            Document query, List<Object> positions, int batchSize, @Nullable Document projection) {
        PositionsCursor cursor = new PositionsCursor(cursorRegistry.generateCursorId(), positions, next -> {
            List<Document> matching = new ArrayList<>();
            matchDocumentsFromStream(at(next.stream()), query, null, 0, 0, 0, projection)
                    .forEach(matching::add);
            return matching;
        });
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    /** In a file that an earlier version wrote, a sparse index may name documents that don't exist any more. */
    private Stream<Document> at(Stream<Object> positions) {
        return positions.flatMap(position -> Stream.ofNullable(getDocument(position)));
    }

    private @Nullable IndexScan bestScan(Document query, @Nullable Document orderBy) {
        IndexScan best = null;
        for (Index<Object> index : getIndexes()) {
            if (index instanceof RangeIndex ranges && !ranges.fields().equals(ID)) {
                IndexScan scan = IndexScan.of(ranges, query, orderBy);
                best = best == null || scan.usefulness() > best.usefulness() ? scan : best;
            }
        }
        return best;
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(read(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** The sum would cost one more write for every write, and nobody reads it. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
