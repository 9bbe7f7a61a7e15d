package io.entente.systemtests;

import io.entente.testkit.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Has events delivered again. */
final class Replay {

    private final Cluster cluster;

    Replay(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Publishes each record of a topic again with the same partition, key, headers and bytes. */
    int publishAgain(String topic) {
        return copy(topic, topic);
    }

    /** Publishes each record of a topic on another topic with the same number of partitions. */
    int copy(String from, String to) {
        List<ConsumerRecord<byte[], byte[]>> records = TopicReader.readAll(cluster.brokers(), from);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.brokers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(
                        new ProducerRecord<>(to, record.partition(), record.key(), record.value(), record.headers())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            return sent.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Resets a stopped consumer to the first record of every topic that it has read. */
    void fromTheBeginning(String group) {
        Admin admin = cluster.admin();
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> first = read.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, first).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
