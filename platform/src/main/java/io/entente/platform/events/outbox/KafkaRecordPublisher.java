package io.entente.platform.events.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.events.envelope.CloudEventRecords;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes with {@code KafkaTemplate}, whose future completes with the broker's acknowledgement. {@code StreamBridge} is no
 * alternative, because it returns true even if the broker is down.
 */
final class KafkaRecordPublisher implements RecordPublisher {

    private final KafkaOperations<String, byte[]> kafka;
    private final String topicPrefix;

    KafkaRecordPublisher(KafkaOperations<String, byte[]> kafka, String topicPrefix) {
        this.kafka = kafka;
        this.topicPrefix = topicPrefix;
    }

    @Override
    public CompletableFuture<?> publish(OutboxRecord record) {
        byte[] data = record.data() == null ? null : record.data().getBytes(UTF_8);
        try {
            return kafka.send(CloudEventRecords.write(topicPrefix + record.topic(), record.envelope(), data));
        } catch (RuntimeException e) {
            // The producer can also fail in the caller's thread, for example if its buffer is full.
            return CompletableFuture.failedFuture(e);
        }
    }
}
