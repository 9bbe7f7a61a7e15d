package io.entente.messaging.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Outboxes in MongoDB, read over a sparse index on {@code outbox.since}, cleared by conditional updates in bulk. */
final class MongoOutboxStore implements OutboxStore {

    private static final int CURSOR_BATCH_DOCUMENTS = 500;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Bson UNSET = Updates.unset(OutboxBson.FIELD);

    private final MongoOperations mongo;

    MongoOutboxStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void forEachPending(String collection, Consumer<PendingOutbox> action) {
        try (MongoCursor<Document> cursor = mongo.getCollection(collection)
                .find(exists(OutboxBson.SINCE))
                .projection(include(OutboxBson.FIELD))
                .batchSize(CURSOR_BATCH_DOCUMENTS)
                .cursor()) {
            while (cursor.hasNext()) {
                Document document = cursor.next();
                action.accept(new PendingOutbox(
                        collection,
                        document.getString("_id"),
                        OutboxBson.read(document.get(OutboxBson.FIELD, Document.class))));
            }
        }
    }

    @Override
    public void clear(String collection, List<PendingOutbox> published) {
        List<UpdateOneModel<Document>> updates = published.stream()
                .map(pending -> new UpdateOneModel<Document>(
                        and(
                                eq("_id", pending.documentId()),
                                eq(OutboxBson.VERSION, pending.outbox().version())),
                        UNSET))
                .toList();
        mongo.getCollection(collection).bulkWrite(updates, UNORDERED);
    }
}
