package io.entente.platform.events.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka, before anything was read from it. If it has to be parked, it is stored like this, byte for
 * byte.
 *
 * @param topic the topic's real name, with the prefix of the installation
 * @param value null for a tombstone, or for a record that is damaged
 */
public record Delivery(
        String topic, int partition, long offset, byte @Nullable [] key, Headers headers, byte @Nullable [] value) {

    public static Delivery of(ConsumerRecord<?, ?> record) {
        return new Delivery(
                record.topic(),
                record.partition(),
                record.offset(),
                (byte[]) record.key(),
                new RecordHeaders(record.headers()),
                (byte[]) record.value());
    }

    /** The record's place in Kafka. It is unique, and it sorts the records of an aggregate, which share a partition. */
    public String position() {
        return "%s/%04d/%019d".formatted(topic, partition, offset);
    }

    /**
     * The id of the aggregate that the record is about. If not even that can be read, it is the record's own position, and so
     * nothing waits behind the record.
     */
    public String aggregate() {
        String subject = CloudEventRecords.text(headers, CloudEventRecords.SUBJECT);
        return subject == null || subject.isBlank() ? position() : subject;
    }

    public @Nullable String keyText() {
        return key == null ? null : new String(key, UTF_8);
    }
}
