package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of clients that want the same at the same moment, one wins. */
class StoreConcurrencyIT {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 50;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private StoreServer server;
    private MongoClient client;
    private MongoCollection<Document> claims;

    @BeforeEach
    void start(@TempDir Path dir) {
        server = StoreServer.onFile(dir.resolve("store.db"), 0);
        client = MongoClients.create(server.uri());
        claims = client.getDatabase("entente").getCollection("claims");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        client.close();
        server.close();
    }

    @Test
    void one_of_sixteen_inserts_of_a_unique_value_wins() throws Exception {
        claims.createIndex(Indexes.ascending("client"), new IndexOptions().unique(true));
        for (int round = 0; round < ROUNDS; round++) {
            String name = "client-" + round;
            assertThat(winners(who -> inserted(new Document("_id", name + who).append("client", name))))
                    .isOne();
        }
        assertThat(claims.countDocuments()).isEqualTo(ROUNDS);
    }

    @Test
    void one_of_sixteen_inserts_of_an_id_wins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "claim-" + round;
            assertThat(winners(who -> inserted(new Document("_id", id).append("by", who))))
                    .isOne();
        }
    }

    @Test
    void one_of_sixteen_updates_of_a_version_wins() throws Exception {
        claims.insertOne(new Document("_id", "c").append("version", 0));
        for (int round = 0; round < ROUNDS; round++) {
            var condition = Filters.and(Filters.eq("_id", "c"), Filters.eq("version", round));
            assertThat(winners(who -> claims.updateOne(condition, Updates.inc("version", 1))
                                    .getModifiedCount()
                            == 1))
                    .isOne();
        }
    }

    @Test
    void one_of_sixteen_upserts_of_an_id_inserts() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var id = Filters.eq("_id", "claim-" + round);
            var upsert = new ReplaceOptions().upsert(true);
            assertThat(winners(who -> claims.replaceOne(id, new Document("by", who), upsert)
                                    .getUpsertedId()
                            != null))
                    .isOne();
        }
    }

    @Test
    void a_reader_never_sees_half_an_update() throws Exception {
        claims.insertOne(whole(0));
        List<Document> torn = new ArrayList<>();
        Future<?> writer = threads.submit(() -> {
            for (int i = 1; i <= 2_000; i++) {
                claims.replaceOne(Filters.eq("_id", "c"), whole(i));
            }
        });
        while (!writer.isDone()) {
            Document seen = claims.find(Filters.eq("_id", "c")).first();
            if (seen == null || !seen.equals(whole(seen.getInteger("f0")))) {
                torn.add(seen);
            }
        }
        writer.get();
        assertThat(torn).isEmpty();
    }

    private static Document whole(int value) {
        Document document = new Document("_id", "c");
        for (int field = 0; field < 40; field++) {
            document.append("f" + field, value);
        }
        return document;
    }

    private boolean inserted(Document document) {
        try {
            claims.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCode()).isEqualTo(11000);
            return false;
        }
    }

    private interface Attempt {
        boolean by(int who) throws Exception;
    }

    private long winners(Attempt attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int who = i;
            attempts.add(() -> {
                start.await();
                return attempt.by(who);
            });
        }
        long winners = 0;
        for (Future<Boolean> outcome : threads.invokeAll(attempts)) {
            winners += outcome.get() ? 1 : 0;
        }
        return winners;
    }
}
