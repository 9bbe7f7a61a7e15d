package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an {@link Outbox}:
 *
 * <pre>{@code
 * {version: 3, since: ISODate(…), records: [{topic, id, type, source, subject, time, key, sequence, version,
 *                                            traceparent?, correlationId?, causationId?, data?}]}
 * }</pre>
 *
 * <p>{@code time} is text, because a BSON date would cut the instant to milliseconds and so change the event. A record without
 * a {@code version} was written before records had one, and takes that of its outbox.
 */
public final class OutboxCodec implements Codec<Outbox> {

    public static final OutboxCodec INSTANCE = new OutboxCodec();

    private OutboxCodec() {}

    @Override
    public Class<Outbox> getEncoderClass() {
        return Outbox.class;
    }

    @Override
    public void encode(BsonWriter bson, Outbox outbox, EncoderContext context) {
        bson.writeStartDocument();
        bson.writeInt64("version", outbox.version());
        bson.writeDateTime("since", outbox.since().toEpochMilli());
        bson.writeStartArray("records");
        for (OutboxRecord record : outbox.records()) {
            encode(bson, record);
        }
        bson.writeEndArray();
        bson.writeEndDocument();
    }

    private static void encode(BsonWriter bson, OutboxRecord record) {
        EventEnvelope envelope = record.envelope();
        bson.writeStartDocument();
        bson.writeString("topic", record.topic());
        bson.writeString("id", envelope.id());
        bson.writeString("type", envelope.type());
        bson.writeString("source", envelope.source());
        bson.writeString("subject", envelope.subject());
        bson.writeString("time", envelope.time().toString());
        bson.writeString("key", envelope.partitionKey());
        bson.writeInt64("sequence", envelope.sequence());
        bson.writeInt64("version", record.version());
        writeIfPresent(bson, "traceparent", envelope.traceparent());
        writeIfPresent(bson, "correlationId", envelope.correlationId());
        writeIfPresent(bson, "causationId", envelope.causationId());
        writeIfPresent(bson, "data", record.data());
        bson.writeEndDocument();
    }

    private static void writeIfPresent(BsonWriter bson, String name, @Nullable String value) {
        if (value != null) {
            bson.writeString(name, value);
        }
    }

    @Override
    public Outbox decode(BsonReader bson, DecoderContext context) {
        long version = 0;
        Instant since = Instant.EPOCH;
        List<OutboxRecord> records = List.of();
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case "version" -> version = readNumber(bson);
                case "since" -> since = Instant.ofEpochMilli(bson.readDateTime());
                case "records" -> records = readRecords(bson);
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
        return new Outbox(version, since, records);
    }

    private static List<OutboxRecord> readRecords(BsonReader bson) {
        List<OutboxRecord> records = new ArrayList<>();
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            records.add(readRecord(bson));
        }
        bson.readEndArray();
        return records;
    }

    private static OutboxRecord readRecord(BsonReader bson) {
        Map<String, String> texts = new HashMap<>();
        long sequence = 0;
        long version = 0;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = bson.readName();
            switch (name) {
                case "sequence" -> sequence = readNumber(bson);
                case "version" -> version = readNumber(bson);
                default -> texts.put(name, bson.readString());
            }
        }
        bson.readEndDocument();
        return new OutboxRecord(required(texts, "topic"), envelope(texts, sequence), texts.get("data"), version);
    }

    private static EventEnvelope envelope(Map<String, String> texts, long sequence) {
        return new EventEnvelope(
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
    }

    private static String required(Map<String, String> texts, String name) {
        @Nullable String text = texts.get(name);
        return Objects.requireNonNull(text, name);
    }

    private static long readNumber(BsonReader bson) {
        return bson.getCurrentBsonType() == BsonType.INT32 ? bson.readInt32() : bson.readInt64();
    }
}
