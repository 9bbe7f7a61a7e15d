package io.entente.platform.events.parking;

import io.entente.platform.domain.text.Unquoted;
import io.entente.platform.events.envelope.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A parked record, byte for byte, with the reason why it is parked.
 *
 * @param id consumer and position in Kafka, so that a record that is parked twice is stored once
 * @param lot consumer and aggregate; the events of a lot wait for the first of them
 * @param position sorts the events of a lot in the order in which they must be handled
 * @param state {@code PARKED}, or {@code DISCARDED} if an operator has given up the event
 * @param error why handling failed; null if the event only waits behind another
 * @param attempts how often handling has failed, including retries
 */
record ParkedEvent(
        @Id String id,
        String lot,
        String consumer,
        String aggregate,
        String position,
        String topic,
        int partition,
        long offset,
        @Nullable Binary key,
        List<StoredHeader> headers,
        @Nullable Binary value,
        State state,
        @Nullable String error,
        int attempts,
        Instant parkedAt) {

    enum State {
        PARKED,
        DISCARDED
    }

    record StoredHeader(String name, @Nullable Binary value) {}

    static ParkedEvent of(String consumer, Delivery delivery, @Nullable Throwable failure, Instant now) {
        return new ParkedEvent(
                consumer + "/" + delivery.position(),
                lot(consumer, delivery.aggregate()),
                consumer,
                delivery.aggregate(),
                delivery.position(),
                delivery.topic(),
                delivery.partition(),
                delivery.offset(),
                binary(delivery.key()),
                headers(delivery.headers()),
                binary(delivery.value()),
                State.PARKED,
                failure == null ? null : describe(failure),
                failure == null ? 0 : 1,
                now);
    }

    static String lot(String consumer, String aggregate) {
        return consumer + "/" + aggregate;
    }

    /** Without values of the record, because operators and log collectors see it. */
    static String describe(Throwable failure) {
        String text = Unquoted.of(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    Delivery delivery() {
        Headers read = new RecordHeaders();
        for (StoredHeader header : headers) {
            Binary headerValue = header.value();
            read.add(header.name(), headerValue == null ? null : headerValue.getData());
        }
        return new Delivery(topic, partition, offset, bytes(key), read, bytes(value));
    }

    private static List<StoredHeader> headers(Headers headers) {
        List<StoredHeader> stored = new ArrayList<>();
        StreamSupport.stream(headers.spliterator(), false)
                .forEach(header -> stored.add(new StoredHeader(header.key(), binary(header.value()))));
        return stored;
    }

    private static @Nullable Binary binary(byte @Nullable [] bytes) {
        return bytes == null ? null : new Binary(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Binary binary) {
        return binary == null ? null : binary.getData();
    }
}
