package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves by the number of documents examined, which no machine's speed changes, that a query reads only what its index finds. */
class IndexReadsIT {

    private static final int PARTNERS = 3;
    private static final int ENTRIES_OF_A_PARTNER = 300;

    private final StoreServer server = StoreServer.inMemory(0);
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("entente");
    private final MongoCollection<Document> chains = database.getCollection("chains");

    @BeforeEach
    void fill() {
        List<Document> entries = new ArrayList<>();
        for (int partner = 0; partner < PARTNERS; partner++) {
            for (int number = 1; number <= ENTRIES_OF_A_PARTNER; number++) {
                entries.add(new Document("_id", entries.size())
                        .append("partner", "p" + partner)
                        .append("number", number));
            }
        }
        chains.insertMany(entries);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void the_last_entry_of_a_chain_is_read_from_the_end_of_its_part_of_the_index() {
        chains.createIndex(chainIndex());

        Reading reading = read(chains.find(Filters.eq("partner", "p1"))
                .sort(Sorts.descending("number"))
                .limit(1));

        assertThat(reading.numbers()).containsExactly(ENTRIES_OF_A_PARTNER);
        assertThat(reading.examined()).isOne();
    }

    @Test
    void without_an_index_the_same_query_examines_the_whole_collection() {
        Reading reading = read(chains.find(Filters.eq("partner", "p1"))
                .sort(Sorts.descending("number"))
                .limit(1));

        assertThat(reading.numbers()).containsExactly(ENTRIES_OF_A_PARTNER);
        assertThat(reading.examined()).isEqualTo(PARTNERS * ENTRIES_OF_A_PARTNER);
    }

    @Test
    void a_page_backwards_begins_at_its_upper_bound() {
        chains.createIndex(chainIndex());

        Reading reading = read(chains.find(Filters.and(Filters.eq("partner", "p1"), Filters.lt("number", 200)))
                .sort(Sorts.descending("number"))
                .limit(5));

        assertThat(reading.numbers()).containsExactly(199, 198, 197, 196, 195);
        // The excluded bound is examined too.
        assertThat(reading.examined()).isEqualTo(6);
    }

    @Test
    void a_scan_backwards_ends_at_its_lower_bound() {
        chains.createIndex(chainIndex());

        Reading reading = read(chains.find(Filters.and(Filters.eq("partner", "p0"), Filters.gte("number", 298)))
                .sort(Sorts.descending("number")));

        assertThat(reading.numbers()).containsExactly(300, 299, 298);
        assertThat(reading.examined()).isEqualTo(3);
    }

    @Test
    void find_and_modify_takes_the_last_entry_of_a_chain_without_reading_the_others() {
        chains.createIndex(chainIndex());
        long before = examined();

        Document taken = chains.findOneAndUpdate(
                Filters.eq("partner", "p2"),
                Updates.set("taken", true),
                new FindOneAndUpdateOptions().sort(Sorts.descending("number")));

        assertThat(taken).containsEntry("number", ENTRIES_OF_A_PARTNER);
        assertThat(examined() - before).isOne();
    }

    @Test
    void an_order_without_a_filter_is_read_from_either_end_of_the_index() {
        chains.createIndex(Indexes.ascending("number", "partner"));

        Reading first = read(chains.find().sort(Sorts.ascending("number")).limit(2));
        Reading last =
                read(chains.find().sort(Sorts.descending("number", "partner")).limit(2));

        assertThat(first.numbers()).containsExactly(1, 1);
        assertThat(first.examined()).isEqualTo(2);
        assertThat(last.numbers()).containsExactly(ENTRIES_OF_A_PARTNER, ENTRIES_OF_A_PARTNER);
        assertThat(last.examined()).isEqualTo(2);
    }

    @Test
    void several_ranges_of_ids_are_read_without_what_lies_between() {
        Reading reading = read(chains.find(Filters.or(
                        Filters.and(Filters.gte("_id", 700), Filters.lte("_id", 701)),
                        Filters.and(Filters.gte("_id", 10), Filters.lte("_id", 12)),
                        Filters.and(Filters.gte("_id", 12), Filters.lte("_id", 13))))
                .sort(Sorts.ascending("_id"))
                .limit(5));

        // Ids begin at 0 and numbers at 1; the id 12 is in two ranges and found once.
        assertThat(reading.numbers()).containsExactly(11, 12, 13, 14, 101);
        assertThat(reading.examined()).isEqualTo(7);
    }

    @Test
    void alternatives_that_are_no_ranges_of_ids_are_still_found() {
        Reading reading = read(chains.find(Filters.or(Filters.eq("number", 5), Filters.gte("_id", 899)))
                .sort(Sorts.ascending("_id")));

        assertThat(reading.numbers()).containsExactly(5, 5, 5, 300);
    }

    @Test
    void the_greatest_id_is_read_from_the_end() {
        Reading last = read(chains.find().sort(Sorts.descending("_id")).limit(1));
        Reading below = read(chains.find(Filters.lt("_id", 400))
                .sort(Sorts.descending("_id"))
                .limit(1));

        assertThat(last.examined()).isOne();
        assertThat(below.numbers()).containsExactly(100);
        assertThat(below.examined()).isEqualTo(2);
    }

    @Test
    void a_unique_index_serves_a_query_by_its_first_field() {
        chains.createIndex(chainIndex(), new IndexOptions().unique(true));

        Reading all = read(chains.find(Filters.eq("partner", "p1")));
        Reading last = read(chains.find(Filters.eq("partner", "p1"))
                .sort(Sorts.descending("number"))
                .limit(1));
        Reading some = read(chains.find(Filters.and(Filters.eq("partner", "p1"), Filters.gte("number", 298))));

        assertThat(all.numbers()).hasSize(ENTRIES_OF_A_PARTNER);
        assertThat(all.examined()).isEqualTo(ENTRIES_OF_A_PARTNER);
        assertThat(last.numbers()).containsExactly(ENTRIES_OF_A_PARTNER);
        assertThat(last.examined()).isOne();
        assertThat(some.numbers()).containsExactly(298, 299, 300);
        assertThat(some.examined()).isEqualTo(3);
    }

    @Test
    void a_unique_index_serves_an_order() {
        chains.createIndex(Indexes.ascending("number", "partner"), new IndexOptions().unique(true));

        Reading last = read(chains.find().sort(Sorts.descending("number")).limit(2));

        assertThat(last.numbers()).containsExactly(ENTRIES_OF_A_PARTNER, ENTRIES_OF_A_PARTNER);
        assertThat(last.examined()).isEqualTo(2);
    }

    @Test
    void a_sparse_unique_index_is_not_read_for_documents_without_its_field() {
        chains.createIndex(
                Indexes.ascending("reference"), new IndexOptions().unique(true).sparse(true));
        chains.updateOne(Filters.eq("_id", 7), Updates.set("reference", "r"));

        Reading ordered = read(chains.find(Filters.eq("partner", "p1"))
                .sort(Sorts.ascending("reference"))
                .limit(1));
        Reading existing = read(chains.find(Filters.exists("reference")));

        assertThat(ordered.numbers()).hasSize(1);
        assertThat(existing.numbers()).containsExactly(8);
        assertThat(existing.examined()).isOne();
    }

    private static Bson chainIndex() {
        return Indexes.compoundIndex(Indexes.ascending("partner"), Indexes.descending("number"));
    }

    private Reading read(FindIterable<Document> query) {
        long before = examined();
        List<Integer> numbers = new ArrayList<>();
        query.forEach(document -> numbers.add(document.getInteger("number")));
        return new Reading(numbers, examined() - before);
    }

    private long examined() {
        Document status = database.runCommand(new Document("serverStatus", 1));
        return status.getEmbedded(List.of("metrics", "queryExecutor", "scannedObjects"), Number.class)
                .longValue();
    }

    private record Reading(List<Integer> numbers, long examined) {}
}
