package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services ask of a store, the same in memory and on a file. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class StoreServerIT {

    @Parameter
    boolean onFile;

    @TempDir
    Path dir;

    @Test
    void a_replacement_happens_only_under_its_condition() {
        withCollection(deals -> {
            deals.insertOne(new Document("_id", "d-1").append("version", 1));

            var stale = Filters.and(Filters.eq("_id", "d-1"), Filters.eq("version", 7));
            var current = new Document("_id", "d-1").append("version", 1);
            var next = new Document("version", 2).append("stage", "WON");

            assertThat(deals.replaceOne(stale, next).getMatchedCount()).isZero();
            assertThat(deals.replaceOne(current, next).getModifiedCount()).isOne();
            assertThat(deals.find().first())
                    .isEqualTo(new Document("_id", "d-1").append("version", 2).append("stage", "WON"));
        });
    }

    @Test
    void an_unset_field_is_gone() {
        withCollection(deals -> {
            deals.insertOne(
                    new Document("_id", "d-1").append("outbox", List.of(1, 2)).append("stage", "WON"));

            deals.updateOne(Filters.eq("_id", "d-1"), Updates.unset("outbox"));

            assertThat(deals.find().first()).isEqualTo(new Document("_id", "d-1").append("stage", "WON"));
        });
    }

    @Test
    void an_unordered_bulk_inserts_all_but_the_duplicates() {
        withCollection(deals -> {
            deals.insertOne(new Document("_id", 2));
            var inserts = List.of(1, 2, 3).stream()
                    .map(id -> new InsertOneModel<>(new Document("_id", id)))
                    .toList();

            assertThatThrownBy(() -> deals.bulkWrite(inserts, new BulkWriteOptions().ordered(false)))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> assertThat(e.getWriteErrors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.getCode()).isEqualTo(11000)));
            assertThat(ids(deals)).containsExactly(1, 2, 3);
        });
    }

    @Test
    void find_and_modify_inserts_what_is_missing_and_returns_it() {
        withCollection(counters -> {
            var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            counters.findOneAndUpdate(Filters.eq("_id", "c"), Updates.inc("n", 1), options);

            assertThat(counters.findOneAndUpdate(Filters.eq("_id", "c"), Updates.inc("n", 1), options))
                    .isEqualTo(new Document("_id", "c").append("n", 2));
        });
    }

    @Test
    void a_sparse_unique_index_admits_many_without_the_field() {
        withCollection(deals -> {
            deals.createIndex(
                    Indexes.ascending("reference"),
                    new IndexOptions().unique(true).sparse(true));
            deals.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
            deals.insertOne(new Document("_id", 3).append("reference", "r"));

            assertThatThrownBy(() -> deals.insertOne(new Document("_id", 4).append("reference", "r")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            deals.updateOne(Filters.eq("_id", 3), Updates.unset("reference"));
            deals.insertOne(new Document("_id", 4).append("reference", "r"));
            assertThat(ids(deals)).containsExactly(1, 2, 3, 4);
        });
    }

    /** What the sweeps rest on: among many documents that wait for nothing, they cost what waits. */
    @Test
    void a_sparse_index_holds_only_documents_with_the_field() {
        withServer(server -> {
            try (MongoClient client = MongoClients.create(server.uri())) {
                MongoDatabase database = client.getDatabase("entente");
                MongoCollection<Document> deals = database.getCollection("deals");
                deals.createIndex(
                        Indexes.ascending("outbox.since"),
                        new IndexOptions().name("waiting").sparse(true));
                Document outbox = new Document("since", 1);
                deals.insertMany(List.of(
                        new Document("_id", 1),
                        new Document("_id", 2).append("outbox", outbox),
                        new Document("_id", 3).append("outbox", outbox)));

                deals.updateOne(Filters.eq("_id", 3), Updates.unset("outbox"));

                Document entries =
                        database.runCommand(new Document("validate", "deals")).get("keysPerIndex", Document.class);
                assertThat(entries.get("waiting", Number.class).longValue()).isOne();
                assertThat(ids(deals.find(Filters.exists("outbox.since")))).containsExactly(2);
            }
        });
    }

    @Test
    void an_index_changes_no_answer() {
        Random random = new Random(20261124);
        withServer(server -> {
            try (MongoClient client = MongoClients.create(server.uri())) {
                MongoCollection<Document> plain = client.getDatabase("entente").getCollection("plain");
                MongoCollection<Document> indexed =
                        client.getDatabase("entente").getCollection("indexed");
                indexed.createIndex(Indexes.ascending("partner", "closedOn"));
                indexed.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
                indexed.createIndex(Indexes.ascending("closedOn", "_id"), new IndexOptions().unique(true));
                for (int i = 0; i < 400; i++) {
                    change(plain, indexed, random);
                    if (i == 200) {
                        indexed.createIndex(Indexes.ascending("tags"));
                    }
                    Bson query = query(random);
                    Bson order = order(random);
                    assertThat(indexed.find(query).sort(order).limit(i % 7).into(new ArrayList<>()))
                            .as("query %s", query.toBsonDocument())
                            .isEqualTo(
                                    plain.find(query).sort(order).limit(i % 7).into(new ArrayList<>()));
                }
            }
        });
    }

    /** The same insert, update or removal in both. */
    private static void change(MongoCollection<Document> plain, MongoCollection<Document> indexed, Random random) {
        int id = random.nextInt(60);
        Document deal = new Document("partner", "p" + random.nextInt(4));
        if (random.nextBoolean()) {
            deal.append("closedOn", random.nextInt(20)).append("tags", List.of("t" + random.nextInt(3), "t3"));
        }
        if (random.nextInt(3) == 0) {
            deal.append("dueAt", random.nextInt(5) == 0 ? null : random.nextInt(10));
        }
        for (MongoCollection<Document> collection : List.of(plain, indexed)) {
            switch (id % 3) {
                case 0 -> collection.deleteOne(Filters.eq("_id", id));
                case 1 -> collection.updateOne(Filters.eq("_id", id), Updates.unset("dueAt"));
                default -> {}
            }
            collection.replaceOne(Filters.eq("_id", id), deal, new ReplaceOptions().upsert(id % 3 != 0));
        }
    }

    private static Bson order(Random random) {
        String field = List.of("closedOn", "dueAt", "partner").get(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> Sorts.ascending(field, "_id");
            case 1 -> Sorts.descending(field, "_id");
            case 2 -> Sorts.orderBy(Sorts.descending(field), Sorts.ascending("_id"));
            case 3 -> Sorts.descending("partner", "closedOn", "_id");
            default -> Sorts.descending("_id");
        };
    }

    private static Bson query(Random random) {
        Bson partner = Filters.eq("partner", "p" + random.nextInt(5));
        Bson range =
                Filters.and(Filters.gte("closedOn", random.nextInt(20)), Filters.lt("closedOn", random.nextInt(20)));
        return switch (random.nextInt(8)) {
            case 0 -> partner;
            case 1 -> Filters.and(partner, range);
            case 2 -> range;
            case 3 -> Filters.exists("dueAt");
            case 4 -> Filters.lte("dueAt", random.nextInt(10));
            case 5 -> Filters.and(partner, Filters.gt("_id", random.nextInt(60)));
            case 6 -> Filters.eq("tags", "t" + random.nextInt(4));
            default -> Filters.and(Filters.in("partner", "p1", "p2"), Filters.eq("closedOn", random.nextInt(20)));
        };
    }

    @Test
    void a_page_by_id_is_sorted_and_limited() {
        withCollection(deals -> {
            for (int i : new int[] {5, 3, 1, 4, 2}) {
                deals.insertOne(new Document("_id", "d-" + i).append("amount", 10 - i));
            }
            assertThat(ids(deals.find(Filters.gt("_id", "d-2"))
                            .sort(Sorts.ascending("_id"))
                            .limit(2)))
                    .containsExactly("d-3", "d-4");
            assertThat(ids(deals.find(Filters.and(Filters.gte("_id", "d-2"), Filters.lt("_id", "d-4")))))
                    .containsExactly("d-2", "d-3");
            assertThat(ids(deals.find(new Document("_id", new Document("$gte", "d-2").append("$lt", "d-4")))))
                    .containsExactly("d-2", "d-3");
            assertThat(ids(deals.find().sort(Sorts.ascending("amount")).limit(2)))
                    .containsExactly("d-5", "d-4");
            assertThat(ids(deals.find(Filters.in("_id", "d-5", "d-1", "d-9")))).containsExactly("d-1", "d-5");
        });
    }

    @Test
    void keys_that_hold_lists_stay_apart() {
        withCollection(deals -> {
            deals.insertOne(new Document("_id", new Document("parts", List.of(1, 2))));
            deals.insertOne(new Document("_id", new Document("parts", List.of(1, 3))));

            assertThat(deals.countDocuments()).isEqualTo(2);
        });
    }

    @Test
    void many_documents_come_in_batches() {
        withCollection(deals -> {
            var many = new ArrayList<Document>();
            for (int i = 0; i < 1000; i++) {
                many.add(new Document("_id", i));
            }
            deals.insertMany(many);

            assertThat(ids(deals.find().batchSize(7))).hasSize(1000).doesNotHaveDuplicates();
        });
    }

    @Test
    void an_index_gives_documents_in_batches_as_they_are_when_their_batch_comes() {
        withCollection(deals -> {
            deals.createIndex(Indexes.ascending("outbox.since"), new IndexOptions().sparse(true));
            for (int i = 0; i < 100; i++) {
                deals.insertOne(new Document("_id", i).append("outbox", new Document("since", i)));
            }

            List<Object> seen = new ArrayList<>();
            for (Document waiting : deals.find(Filters.exists("outbox.since")).batchSize(7)) {
                if (seen.isEmpty()) {
                    deals.updateOne(Filters.eq(50), Updates.unset("outbox"));
                    deals.deleteOne(Filters.eq(51));
                }
                seen.add(waiting.get("_id"));
            }

            assertThat(seen).hasSize(98).doesNotHaveDuplicates().doesNotContain(50, 51);
        });
    }

    @Test
    void a_file_of_several_chunks_comes_back_whole() {
        withServer(server -> {
            byte[] pdf = new byte[700_000];
            new Random(7).nextBytes(pdf);
            try (MongoClient client = MongoClients.create(server.uri())) {
                var bucket = GridFSBuckets.create(client.getDatabase("files"));
                var id = bucket.uploadFromStream("agreement.pdf", new ByteArrayInputStream(pdf));
                var downloaded = new ByteArrayOutputStream();
                bucket.downloadToStream(id, downloaded);

                assertThat(downloaded.toByteArray()).isEqualTo(pdf);
            }
        });
    }

    @Test
    void a_dropped_database_leaves_those_whose_names_begin_alike() {
        withServer(server -> {
            try (MongoClient client = MongoClients.create(server.uri())) {
                client.getDatabase("it").getCollection("deals").insertOne(new Document("_id", 1));
                client.getDatabase("it2").getCollection("deals").insertOne(new Document("_id", 1));

                client.getDatabase("it").drop();

                assertThat(client.getDatabase("it").getCollection("deals").countDocuments())
                        .isZero();
                assertThat(client.getDatabase("it2").getCollection("deals").countDocuments())
                        .isOne();
            }
        });
    }

    private static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static List<Object> ids(MongoCollection<Document> documents) {
        return ids(documents.find().sort(Sorts.ascending("_id")));
    }

    private void withCollection(Consumer<MongoCollection<Document>> test) {
        withServer(server -> {
            try (MongoClient client = MongoClients.create(server.uri())) {
                test.accept(client.getDatabase("entente").getCollection("deals"));
            }
        });
    }

    private void withServer(Consumer<StoreServer> test) {
        try (StoreServer server = onFile ? StoreServer.onFile(dir.resolve("store.db"), 0) : StoreServer.inMemory(0)) {
            test.accept(server);
        }
    }
}
