package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads a waiting outbox off its document's bytes. The sweep does this for every event after an outage, and a document of maps
 * and boxes, made by a codec looked up for each value, cost it more than sending the event.
 */
final class OutboxReader {

    private final BsonReader bson;

    private OutboxReader(BsonReader bson) {
        this.bson = bson;
    }

    static PendingOutbox read(String collection, RawBsonDocument document) {
        // Not document.asBsonReader(): that one makes an object of every value first.
        try (BsonReader bson = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
            return new OutboxReader(bson).pending(collection);
        }
    }

    private PendingOutbox pending(String collection) {
        String id = null;
        Outbox outbox = null;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case "_id" -> id = bson.readString();
                case OutboxBson.FIELD -> outbox = outbox();
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
        return new PendingOutbox(
                collection, Objects.requireNonNull(id, "_id"), Objects.requireNonNull(outbox, OutboxBson.FIELD));
    }

    private Outbox outbox() {
        long version = 0;
        Instant since = Instant.EPOCH;
        List<OutboxRecord> records = List.of();
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case "version" -> version = number();
                case "since" -> since = Instant.ofEpochMilli(bson.readDateTime());
                case "records" -> records = records();
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
        return new Outbox(version, since, records);
    }

    private List<OutboxRecord> records() {
        List<OutboxRecord> records = new ArrayList<>();
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            records.add(record());
        }
        bson.readEndArray();
        return records;
    }

    private OutboxRecord record() {
        Map<String, String> texts = new HashMap<>();
        long sequence = 0;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = bson.readName();
            if (name.equals("sequence")) {
                sequence = number();
            } else if (bson.getCurrentBsonType() == BsonType.STRING) {
                texts.put(name, bson.readString());
            } else {
                bson.skipValue();
            }
        }
        bson.readEndDocument();
        return record(texts, sequence);
    }

    private static OutboxRecord record(Map<String, String> texts, long sequence) {
        EventEnvelope envelope = new EventEnvelope(
                required(texts, "id"),
                required(texts, "type"),
                required(texts, "source"),
                required(texts, "subject"),
                Instant.parse(required(texts, "time")),
                required(texts, "key"),
                sequence,
                texts.get("traceparent"),
                texts.get("correlationId"),
                texts.get("causationId"));
        return new OutboxRecord(required(texts, "topic"), envelope, texts.get("data"));
    }

    private static String required(Map<String, String> texts, String name) {
        @Nullable String text = texts.get(name);
        return Objects.requireNonNull(text, name);
    }

    private long number() {
        return bson.getCurrentBsonType() == BsonType.INT32 ? bson.readInt32() : bson.readInt64();
    }
}
