package io.entente.platform.events.outbox;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.entente.platform.events.bson.PlainBson;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Outboxes in MongoDB, read over a sparse index on {@code outbox.since}, cleared by conditional updates in bulk. */
final class MongoOutboxStore implements OutboxStore {

    private static final int CURSOR_BATCH_DOCUMENTS = 1_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Bson UNSET = PlainBson.encode(new Document("$unset", new Document(OutboxBson.FIELD, "")));

    private final MongoOperations mongo;

    MongoOutboxStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void forEachPending(String collection, Consumer<PendingOutbox> action) {
        try (MongoCursor<RawBsonDocument> cursor = mongo.getCollection(collection)
                .find(exists(OutboxBson.SINCE), RawBsonDocument.class)
                .projection(include(OutboxBson.FIELD))
                .batchSize(CURSOR_BATCH_DOCUMENTS)
                .cursor()) {
            while (cursor.hasNext()) {
                action.accept(OutboxReader.read(collection, cursor.next()));
            }
        }
    }

    @Override
    public void clear(String collection, List<PendingOutbox> published) {
        List<UpdateOneModel<Document>> updates = published.stream()
                .map(pending -> new UpdateOneModel<Document>(asPublished(pending), UNSET))
                .toList();
        mongo.getCollection(collection).bulkWrite(updates, UNORDERED);
    }

    /** As bytes: there is one for every event, and the driver would look up a codec for each of its values. */
    private static Bson asPublished(PendingOutbox pending) {
        return PlainBson.encode(new Document("_id", pending.documentId())
                .append(OutboxBson.VERSION, pending.outbox().version()));
    }
}
