package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** How an {@link Outbox} is stored. Written by hand, since the relay reads and writes it for every event there is. */
final class OutboxBson {

    static final String FIELD = "outbox";
    static final String VERSION = "outbox.version";
    static final String SINCE = "outbox.since";

    private OutboxBson() {}

    static Document write(Outbox outbox) {
        List<Document> records = new ArrayList<>(outbox.records().size());
        for (OutboxRecord record : outbox.records()) {
            records.add(write(record));
        }
        return new Document("version", outbox.version())
                .append("since", Date.from(outbox.since()))
                .append("records", records);
    }

    static Outbox read(Document stored) {
        List<OutboxRecord> records = new ArrayList<>();
        for (Document record : stored.getList("records", Document.class)) {
            records.add(readRecord(record));
        }
        return new Outbox(number(stored, "version"), stored.getDate("since").toInstant(), records);
    }

    private static Document write(OutboxRecord record) {
        EventEnvelope envelope = record.envelope();
        Document stored = new Document("topic", record.topic())
                .append("id", envelope.id())
                .append("type", envelope.type())
                .append("source", envelope.source())
                .append("subject", envelope.subject())
                // As text: a BSON date would cut the instant to milliseconds and change the event.
                .append("time", envelope.time().toString())
                .append("key", envelope.partitionKey())
                .append("sequence", envelope.sequence());
        putIfPresent(stored, "traceparent", envelope.traceparent());
        putIfPresent(stored, "correlationId", envelope.correlationId());
        putIfPresent(stored, "causationId", envelope.causationId());
        putIfPresent(stored, "data", record.data());
        return stored;
    }

    private static OutboxRecord readRecord(Document stored) {
        EventEnvelope envelope = new EventEnvelope(
                text(stored, "id"),
                text(stored, "type"),
                text(stored, "source"),
                text(stored, "subject"),
                Instant.parse(text(stored, "time")),
                text(stored, "key"),
                number(stored, "sequence"),
                stored.getString("traceparent"),
                stored.getString("correlationId"),
                stored.getString("causationId"));
        return new OutboxRecord(text(stored, "topic"), envelope, stored.getString("data"));
    }

    private static long number(Document stored, String field) {
        return Objects.requireNonNull(stored.get(field, Number.class), field).longValue();
    }

    private static String text(Document stored, String field) {
        return Objects.requireNonNull(stored.getString(field), field);
    }

    private static void putIfPresent(Document stored, String field, @Nullable String value) {
        if (value != null) {
            stored.append(field, value);
        }
    }

    /** For Spring Data, where an aggregate's document embeds an outbox. */
    @WritingConverter
    enum Writing implements Converter<Outbox, Document> {
        INSTANCE;

        @Override
        public Document convert(Outbox outbox) {
            return write(outbox);
        }
    }

    /** For Spring Data, where an aggregate's document embeds an outbox. */
    @ReadingConverter
    enum Reading implements Converter<Document, Outbox> {
        INSTANCE;

        @Override
        public Outbox convert(Document stored) {
            return read(stored);
        }
    }
}
