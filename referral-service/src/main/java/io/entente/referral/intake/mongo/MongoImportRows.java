package io.entente.referral.intake.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.ImportRows;
import io.entente.referral.intake.RowOutcome;
import io.entente.referral.intake.RowOutcome.Kind;
import io.entente.referral.intake.StagedRow;
import io.entente.referral.intake.csv.RejectedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores rows in four collections: {@code import_rows} by date and line, {@code import_keys} by row identifier, and {@code
 * import_rejects} and {@code import_warnings} by line. The ids are chosen so that the rows to read next are a range of ids. What a row
 * says is encrypted.
 */
@Repository
class MongoImportRows implements ImportRows {

    static final String ROWS = "import_rows";
    static final String KEYS = "import_keys";
    static final String REJECTS = "import_rejects";
    static final String WARNINGS = "import_warnings";

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);
    private static final int CURSOR_BATCH_ROWS = 500;

    private static final String CONTENT = "content";

    private final MongoOperations mongo;
    private final RowContent.Sealing sealing;

    MongoImportRows(MongoOperations mongo, RowContent.Sealing sealing) {
        this.mongo = mongo;
        this.sealing = sealing;
    }

    @Override
    public void stage(String importId, List<StagedRow> rows) {
        if (!rows.isEmpty()) {
            mongo.insert(rows.stream().map(row -> document(importId, row)).toList(), ROWS);
        }
    }

    /** Inserts all identifiers in one bulk write. Those that violate the primary key are taken, and their lines are read. */
    @Override
    public Map<String, Long> claim(String importId, Map<String, Long> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        List<String> keys = new ArrayList<>(lines.keySet());
        List<Document> documents = keys.stream()
                .map(key -> new Document("_id", keyId(importId, key)).append("line", lines.get(key)))
                .toList();
        try {
            mongo.getCollection(KEYS).insertMany(documents, UNORDERED);
            return Map.of();
        } catch (MongoBulkWriteException partly) {
            Map<String, Long> taken = new HashMap<>();
            partly.getWriteErrors().forEach(error -> {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw partly;
                }
                String key = keys.get(error.getIndex());
                taken.put(key, lineOf(importId, key));
            });
            return taken;
        }
    }

    @Override
    public List<StagedRow> after(String importId, @Nullable String position, int limit) {
        Criteria ids = position == null
                ? IdRange.startingWith(importId + "/")
                : where("_id").gt(importId + "/" + position).lt(IdRange.after(importId + "/"));
        return mongo.find(query(ids).with(Sort.by("_id")).limit(limit), RowDocument.class, ROWS).stream()
                .map(document -> row(importId, document))
                .toList();
    }

    private RowDocument document(String importId, StagedRow row) {
        String id = importId + "/" + row.position();
        RowContent content = new RowContent(row.values(), row.faults());
        return new RowDocument(
                id,
                row.position(),
                row.line(),
                sealing.encrypt(importId, content, place(ROWS, id)),
                null,
                null,
                row.outcome());
    }

    private StagedRow row(String importId, RowDocument stored) {
        RowContent content = content(importId, ROWS, stored.id(), stored.content(), stored.values(), stored.faults());
        return new StagedRow(stored.position(), stored.line(), content.values(), content.errors(), stored.outcome());
    }

    /** Rows of imports from before they were encrypted are read as they are. */
    private RowContent content(
            String importId,
            String collection,
            String id,
            @Nullable Binary encrypted,
            @Nullable List<String> values,
            @Nullable List<FieldError> errors) {
        return encrypted == null
                ? new RowContent(Objects.requireNonNull(values), Objects.requireNonNull(errors))
                : sealing.decrypt(importId, encrypted, place(collection, id));
    }

    private static String place(String collection, String id) {
        return collection + "/" + id;
    }

    @Override
    public void record(String importId, Map<StagedRow, RowOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        upsert(importId, REJECTS, outcomes, RowOutcome::errors);
        upsert(importId, WARNINGS, outcomes, RowOutcome::warnings);
        BulkOperations rows = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, ROWS);
        outcomes.forEach((row, outcome) ->
                rows.updateOne(byId(importId + "/" + row.position()), new Update().set("outcome", outcome.kind())));
        rows.execute();
    }

    /** Stores the rows that have errors or warnings, under their lines. */
    private void upsert(
            String importId,
            String collection,
            Map<StagedRow, RowOutcome> outcomes,
            Function<RowOutcome, List<FieldError>> reasons) {
        BulkOperations upserts = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, collection);
        boolean isAny = false;
        for (Map.Entry<StagedRow, RowOutcome> outcome : outcomes.entrySet()) {
            List<FieldError> given = reasons.apply(outcome.getValue());
            if (!given.isEmpty()) {
                StagedRow row = outcome.getKey();
                String id = "%s/%010d".formatted(importId, row.line());
                RowContent content = new RowContent(row.values(), given);
                isAny = true;
                upserts.upsert(
                        byId(id),
                        new Update()
                                .set("line", row.line())
                                .set(CONTENT, sealing.encrypt(importId, content, place(collection, id))));
            }
        }
        if (isAny) {
            upserts.execute();
        }
    }

    @Override
    public void forEachRejected(String importId, Consumer<RejectedRow> action) {
        forEach(importId, REJECTS, action);
    }

    @Override
    public void forEachWarned(String importId, Consumer<RejectedRow> action) {
        forEach(importId, WARNINGS, action);
    }

    private void forEach(String importId, String collection, Consumer<RejectedRow> action) {
        Query query =
                query(IdRange.startingWith(importId + "/")).with(Sort.by("_id")).cursorBatchSize(CURSOR_BATCH_ROWS);
        try (Stream<RejectDocument> rows = mongo.stream(query, RejectDocument.class, collection)) {
            rows.map(stored -> rejected(importId, collection, stored)).forEach(action);
        }
    }

    private RejectedRow rejected(String importId, String collection, RejectDocument stored) {
        RowContent content =
                content(importId, collection, stored.id(), stored.content(), stored.values(), stored.errors());
        return new RejectedRow(stored.line(), content.values(), content.errors());
    }

    @Override
    public long countWarned(String importId) {
        return mongo.count(query(IdRange.startingWith(importId + "/")), WARNINGS);
    }

    @Override
    public void clear(String importId) {
        mongo.remove(query(IdRange.startingWith(importId + "/")), ROWS);
        mongo.remove(query(IdRange.startingWith(importId + "/")), KEYS);
    }

    @Override
    public void clearRejected(String importId) {
        mongo.remove(query(IdRange.startingWith(importId + "/")), REJECTS);
        mongo.remove(query(IdRange.startingWith(importId + "/")), WARNINGS);
        sealing.destroyKey(importId);
    }

    private long lineOf(String importId, String key) {
        Document stored = mongo.findById(keyId(importId, key), Document.class, KEYS);
        if (stored == null) {
            throw new IllegalStateException("The identifier of a row is missing in import " + importId);
        }
        return stored.get("line", Number.class).longValue();
    }

    /** The identifier is hashed, because it comes from the file and may have any length and any characters. */
    private static String keyId(String importId, String key) {
        return importId + "/" + DerivedId.of("key", key);
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }

    /**
     * The stored form of a staged row.
     *
     * @param content the encrypted {@link RowContent}; in rows from before they were encrypted, {@code values} and {@code faults} instead
     */
    record RowDocument(
            @Id String id,
            String position,
            long line,
            @Nullable Binary content,
            @Nullable List<String> values,
            @Nullable List<FieldError> faults,
            @Nullable Kind outcome) {}

    /**
     * The stored form of a rejected row or of one with warnings.
     *
     * @param content as in {@link RowDocument}
     */
    record RejectDocument(
            @Id String id,
            long line,
            @Nullable Binary content,
            @Nullable List<String> values,
            @Nullable List<FieldError> errors) {}
}
