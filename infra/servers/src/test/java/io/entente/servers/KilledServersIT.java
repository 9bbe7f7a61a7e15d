package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed as by {@code kill -9} right after an acknowledgement or amid the work. */
class KilledServersIT {

    private static final int DOCUMENTS = 3_000;
    private static final int WRITERS = 8;
    private static final int RECORDS = 1_000;

    @TempDir
    Path dir;

    @Test
    void every_acknowledged_write_is_there_after_a_kill() {
        Path file = dir.resolve("store.db");
        int port;
        try (ServerProcess server = ServerProcess.store(file, 0);
                MongoClient client = MongoClients.create(server.address())) {
            port = server.port();
            var deals = deals(client);
            deals.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
            for (int i = 0; i < DOCUMENTS; i++) {
                deals.insertOne(
                        new Document("_id", i).append("reference", "r-" + i).append("version", 0));
                deals.updateOne(Filters.eq("_id", i / 2), Updates.inc("version", 1));
            }
            deals.deleteOne(Filters.eq("_id", DOCUMENTS - 1));
            server.kill();
        }
        try (ServerProcess server = ServerProcess.store(file, port);
                MongoClient client = MongoClients.create(server.address())) {
            var deals = deals(client);
            assertThat(server.port()).isEqualTo(port);
            assertThat(deals.countDocuments()).isEqualTo(DOCUMENTS - 1);
            assertThat(deals.countDocuments(Filters.eq("version", 2))).isEqualTo(DOCUMENTS / 2);
            assertThat(deals.find(Filters.eq("reference", "r-7")).first()).containsEntry("_id", 7);
            assertThatThrownBy(() -> deals.insertOne(new Document("_id", "new").append("reference", "r-7")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThatThrownBy(() -> deals.insertOne(new Document("_id", 7).append("reference", "new")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void a_kill_amid_the_writes_of_many_leaves_data_and_indexes_in_step() throws Exception {
        Path file = dir.resolve("store.db");
        List<Integer> acknowledged = new CopyOnWriteArrayList<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (ServerProcess server = ServerProcess.store(file, 0);
                MongoClient client = MongoClients.create(server.address())) {
            var deals = deals(client);
            deals.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> {
                    while (true) {
                        int id = next.getAndIncrement();
                        deals.insertOne(new Document("_id", id).append("reference", "r-" + id));
                        acknowledged.add(id);
                    }
                });
            }
            await().until(() -> acknowledged.size() > DOCUMENTS);
            server.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        try (ServerProcess server = ServerProcess.store(file, 0);
                MongoClient client = MongoClients.create(server.address())) {
            List<Integer> byId = new ArrayList<>();
            deals(client).find().forEach(deal -> byId.add(deal.getInteger("_id")));
            assertThat(byId).containsAll(acknowledged);
            for (int id = 0; id < next.get(); id++) {
                assertThat(deals(client).find(Filters.eq("_id", id)).first() != null)
                        .isEqualTo(deals(client)
                                        .find(Filters.eq("reference", "r-" + id))
                                        .first()
                                != null)
                        .isEqualTo(byId.contains(id));
            }
        }
    }

    @Test
    void every_acknowledged_record_is_there_after_a_kill() {
        List<String> values =
                IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList();
        int port;
        try (ServerProcess server = ServerProcess.kafka(dir, 0)) {
            port = server.port();
            TopicCatalog.load().createMissing(server.address(), "", 1);
            Records.send(server.address(), "commission.events", "p-1", values);
            server.kill();
        }
        try (ServerProcess server = ServerProcess.kafka(dir, port)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(Records.read(server.address(), "commission.events", RECORDS))
                    .containsExactlyElementsOf(values);
        }
    }

    private static MongoCollection<Document> deals(MongoClient client) {
        return client.getDatabase("entente").getCollection("deals");
    }
}
