package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.pending;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.entente.platform.events.outbox.OutboxStore.Acknowledgement;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Finds and clears outboxes in a real store. */
class MongoOutboxStoreIT {

    private final Isolated servers = TestServers.isolated();
    private final MongoClient client = MongoClients.create(servers.mongoUri());
    private final MongoTemplate mongo = new MongoTemplate(client, servers.database());
    private final MongoCollection<Document> documents = mongo.getCollection("things");
    private final MongoOutboxStore store = new MongoOutboxStore(mongo);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void an_outbox_is_removed_when_its_last_record_is_acknowledged() {
        insert(pending("a", 3));

        store.clear("things", List.of(new Acknowledgement("a", 3)));

        assertThat(documents.find().first()).isEqualTo(new Document("_id", "a").append("name", "kept"));
        assertThat(found()).isEmpty();
    }

    @Test
    void records_that_were_added_after_the_acknowledged_version_stay() {
        insert(pending("a", 3));

        store.clear("things", List.of(new Acknowledgement("a", 2)));

        assertThat(found()).containsExactly(pending("a", 3, 3));
    }

    @Test
    void several_documents_are_cleared_together_each_up_to_its_version() {
        insert(pending("a", 3));
        insert(pending("b", 2));
        insert(pending("c", 1));

        store.clear("things", List.of(new Acknowledgement("a", 1), new Acknowledgement("b", 2)));

        assertThat(found()).containsExactlyInAnyOrder(pending("a", 2, 3), pending("c", 1));
    }

    @Test
    void an_acknowledgement_that_comes_late_removes_nothing() {
        insert(pending("a", 5, 6));

        store.clear("things", List.of(new Acknowledgement("a", 4), new Acknowledgement("gone", 1)));

        assertThat(found()).containsExactly(pending("a", 5, 6));
    }

    @Test
    void all_records_of_one_write_are_cleared_together() {
        Outbox outbox = new Outbox(2, Records.NOON, List.of(record("a", 1), record("a", 2)));
        PendingOutbox longer = new PendingOutbox(
                "things", "a", Outbox.after(outbox, 3, Records.NOON, List.of(record("a", 3), record("a", 4))));
        insert(longer);

        store.clear("things", List.of(new Acknowledgement("a", 2)));

        assertThat(found().get(0).outbox().records())
                .extracting(left -> left.envelope().sequence())
                .containsExactly(3L, 4L);
    }

    private void insert(PendingOutbox pending) {
        documents.insertOne(new Document("_id", pending.documentId())
                .append("name", "kept")
                .append("outbox", new RawBsonDocument(pending.outbox(), OutboxCodec.INSTANCE)));
    }

    private List<PendingOutbox> found() {
        List<PendingOutbox> found = new ArrayList<>();
        store.forEachPending("things", found::add);
        return found;
    }
}
