package io.entente.platform.events.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.events.envelope.CloudEventRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came off Kafka, before anybody tried to read it: also what is parked, byte for byte.
 *
 * @param topic the topic's real name, with the installation's prefix
 * @param value null for a tombstone, or for a record that somebody spoiled
 */
public record Delivery(
        String topic, int partition, long offset, byte @Nullable [] key, Headers headers, byte @Nullable [] value) {

    static Delivery of(ConsumerRecord<?, ?> record) {
        return new Delivery(
                record.topic(),
                record.partition(),
                record.offset(),
                (byte[]) record.key(),
                new RecordHeaders(record.headers()),
                (byte[]) record.value());
    }

    /** The record's place in Kafka: unique, and in order within an aggregate, whose records share a partition. */
    public String position() {
        return "%s/%04d/%019d".formatted(topic, partition, offset);
    }

    /** The aggregate this is about, or its own position where even that can't be read: then nothing waits behind it. */
    public String aggregate() {
        String subject = CloudEventRecords.text(headers, CloudEventRecords.SUBJECT);
        return subject == null || subject.isBlank() ? position() : subject;
    }

    @Nullable
    String keyText() {
        return key == null ? null : new String(key, UTF_8);
    }
}
