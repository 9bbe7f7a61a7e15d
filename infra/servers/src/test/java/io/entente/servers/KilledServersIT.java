package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed as by {@code kill -9} right after the last acknowledgement. */
class KilledServersIT {

    private static final int DOCUMENTS = 3_000;
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
