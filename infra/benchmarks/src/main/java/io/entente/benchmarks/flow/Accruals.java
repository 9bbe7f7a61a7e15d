package io.entente.benchmarks.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.events.envelope.CloudEventRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Watches {@code commission.events} and reports for each deal when its {@code CommissionAccrued} appears. */
final class Accruals implements AutoCloseable {

    private static final String TYPE = "commission.commission-accrued.v1";
    private static final String DEAL_ID = "\"dealId\":\"";

    private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread watcher;

    Accruals(String brokers, String topic) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "fetch.max.wait.ms", 100),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Otherwise the first poll would determine the end, and records from before that poll would be missed.
        partitions.forEach(consumer::position);
        this.watcher = new Thread(this::watch, "accruals");
        watcher.start();
    }

    /** Completes with {@link System#nanoTime()} of the moment at which the deal's commission appears. */
    CompletableFuture<Long> expect(String dealId) {
        CompletableFuture<Long> seen = new CompletableFuture<>();
        expected.put(dealId, seen);
        return seen;
    }

    @Override
    public void close() {
        consumer.wakeup();
    }

    private void watch() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::see);
            }
        } catch (WakeupException closed) {
            // The benchmark closed this watcher.
        }
    }

    private void see(ConsumerRecord<String, byte[]> record) {
        if (!TYPE.equals(CloudEventRecords.text(record.headers(), "ce_type"))) {
            return;
        }
        long now = System.nanoTime();
        CompletableFuture<Long> seen = expected.remove(dealId(new String(record.value(), UTF_8)));
        if (seen != null) {
            seen.complete(now);
        }
    }

    static String dealId(String json) {
        int from = json.indexOf(DEAL_ID) + DEAL_ID.length();
        return json.substring(from, json.indexOf('"', from));
    }
}
