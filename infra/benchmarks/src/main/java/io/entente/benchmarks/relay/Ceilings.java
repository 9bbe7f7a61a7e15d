package io.entente.benchmarks.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.entente.benchmarks.Servers.Part;
import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** The limits of a drain: how fast the broker accepts its records and the store clears its documents, each on its own. */
final class Ceilings {

    private static final int BATCH = 500;

    private final KafkaOperations<String, byte[]> kafka;
    private final MongoCollection<Document> documents;
    private final List<ProducerRecord<String, byte @Nullable []>> records;

    Ceilings(
            KafkaOperations<String, byte[]> kafka,
            MongoCollection<Document> documents,
            Part part,
            List<QueuedDocument> queued) {
        this.kafka = kafka;
        this.documents = documents;
        this.records = queued.stream()
                .flatMap(document -> document.outbox().records().stream())
                .map(record -> producerRecord(part, record))
                .toList();
    }

    /** Bytes of data per event, without its headers. */
    long dataBytes() {
        return Objects.requireNonNull(records.get(0).value()).length;
    }

    /** Appends the events' bytes in awaited batches of 500. After the first few thousand events it repeats them. */
    void append(int count) {
        for (int from = 0; from < count; from += BATCH) {
            List<CompletableFuture<?>> sent = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(count, from + BATCH); number++) {
                sent.add(send(records.get(number % records.size())));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
    }

    /** Clears the outbox of each document if its version is unchanged, in bulk writes of 500. */
    void unset(int count) {
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(count, from + BATCH);
            BulkWriteResult result = documents.bulkWrite(
                    IntStream.range(from, to).mapToObj(Ceilings::clear).toList(),
                    new BulkWriteOptions().ordered(false));
            if (result.getModifiedCount() != to - from) {
                throw new IllegalStateException("cleared %d of %d".formatted(result.getModifiedCount(), to - from));
            }
        }
    }

    @SuppressWarnings("NullAway") // none of these is a tombstone
    private CompletableFuture<?> send(ProducerRecord<String, byte @Nullable []> record) {
        return kafka.send(record);
    }

    private static UpdateOneModel<Document> clear(int number) {
        return new UpdateOneModel<>(
                and(eq("_id", QueuedOutboxes.id(number)), eq("outbox.version", 1L)), Updates.unset("outbox"));
    }

    private static ProducerRecord<String, byte @Nullable []> producerRecord(Part part, OutboxRecord record) {
        String data = Objects.requireNonNull(record.data());
        return CloudEventRecords.write(
                part.topic(record.topic()), record.envelope(), data.getBytes(StandardCharsets.UTF_8));
    }
}
