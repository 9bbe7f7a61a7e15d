package io.entente.platform.events.outbox;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.entente.platform.events.outbox.OutboxStore.Acknowledgement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.data.mongodb.core.MongoOperations;

/** Reads outboxes through a sparse index on {@code outbox.since} and clears them with conditional updates in bulk. */
final class MongoOutboxStore implements OutboxStore {

    static final String SINCE = "outbox.since";
    private static final String OUTBOX = "outbox";
    private static final String VERSION = "outbox.version";
    private static final String RECORDS = "outbox.records";
    private static final int CURSOR_BATCH_DOCUMENTS = 1_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final BsonDocument UNSET = new BsonDocument("$unset", new BsonDocument(OUTBOX, new BsonString("")));

    private final MongoOperations mongo;

    MongoOutboxStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void forEachPending(String collection, Consumer<PendingOutbox> action) {
        MongoCollection<Document> documents = mongo.getCollection(collection);
        try (MongoCursor<PendingOutbox> cursor = documents
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new PendingCodec(collection)), documents.getCodecRegistry()))
                .find(exists(SINCE), PendingOutbox.class)
                .projection(include(OUTBOX))
                .batchSize(CURSOR_BATCH_DOCUMENTS)
                .cursor()) {
            while (cursor.hasNext()) {
                action.accept(cursor.next());
            }
        }
    }

    /** Most outboxes have received no further record meanwhile, so the second update is seldom needed. */
    @Override
    public void clear(String collection, List<Acknowledgement> acknowledged) {
        long removed = update(collection, acknowledged, MongoOutboxStore::removeIfUnchanged);
        if (removed < acknowledged.size()) {
            long unused = update(collection, acknowledged, MongoOutboxStore::shortenIfLonger);
        }
    }

    private long update(
            String collection,
            List<Acknowledgement> acknowledged,
            Function<Acknowledgement, UpdateOneModel<Document>> update) {
        return mongo.getCollection(collection)
                .bulkWrite(acknowledged.stream().map(update).toList(), UNORDERED)
                .getModifiedCount();
    }

    /** Removes the outbox if its last record is acknowledged. */
    private static UpdateOneModel<Document> removeIfUnchanged(Acknowledgement acknowledgement) {
        return new UpdateOneModel<>(document(acknowledgement, new BsonInt64(acknowledgement.version())), UNSET);
    }

    /** Removes the acknowledged records if there are later ones. */
    private static UpdateOneModel<Document> shortenIfLonger(Acknowledgement acknowledgement) {
        BsonInt64 version = new BsonInt64(acknowledgement.version());
        BsonDocument records = new BsonDocument("version", new BsonDocument("$lte", version));
        return new UpdateOneModel<>(
                document(acknowledgement, new BsonDocument("$gt", version)),
                new BsonDocument("$pull", new BsonDocument(RECORDS, records)));
    }

    private static BsonDocument document(Acknowledgement acknowledgement, BsonValue version) {
        return new BsonDocument("_id", new BsonString(acknowledgement.documentId())).append(VERSION, version);
    }

    /**
     * Reads the id and the outbox of a document directly from the driver's bytes. After an outage the sweep does so for each
     * event, and creating a map of each document cost more than sending the event.
     */
    record PendingCodec(String collection) implements Codec<PendingOutbox> {

        @Override
        public Class<PendingOutbox> getEncoderClass() {
            return PendingOutbox.class;
        }

        @Override
        public PendingOutbox decode(BsonReader bson, DecoderContext context) {
            String id = null;
            Outbox outbox = null;
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (bson.readName()) {
                    case "_id" -> id = bson.readString();
                    case "outbox" -> outbox = OutboxCodec.INSTANCE.decode(bson, context);
                    default -> bson.skipValue();
                }
            }
            bson.readEndDocument();
            return new PendingOutbox(
                    collection, Objects.requireNonNull(id, "_id"), Objects.requireNonNull(outbox, "outbox"));
        }

        @Override
        public void encode(BsonWriter bson, PendingOutbox pending, EncoderContext context) {
            throw new UnsupportedOperationException("an outbox is written only as part of its aggregate's document");
        }
    }
}
