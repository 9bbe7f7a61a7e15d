package io.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.EventEnvelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record of a topic. */
public record PublishedRecord(
        EventEnvelope envelope, @Nullable String key, @Nullable String text, int partition, long offset) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PublishedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new PublishedRecord(
                CloudEventRecords.read(record.headers()),
                record.key() == null ? null : new String(record.key(), UTF_8),
                record.value() == null ? null : new String(record.value(), UTF_8),
                record.partition(),
                record.offset());
    }

    public String type() {
        return envelope.type();
    }

    public String subject() {
        return envelope.subject();
    }

    public long sequence() {
        return envelope.sequence();
    }

    public JsonNode data() {
        return JSON.readTree(text);
    }
}
