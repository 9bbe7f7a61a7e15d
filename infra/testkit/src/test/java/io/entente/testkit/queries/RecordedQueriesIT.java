package io.entente.testkit.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.entente.servers.StoreServer;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedQueriesIT {

    private final StoreServer server = StoreServer.inMemory(0);
    private final RecordedQueries queries = new RecordedQueries(Set.of("deals {stage =}"));
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.uri()))
            .addCommandListener(queries)
            .build());
    private final MongoDatabase database = client.getDatabase("entente");
    private final MongoCollection<Document> deals = database.getCollection("deals");

    @BeforeEach
    void declareIndexes() {
        deals.createIndex(Indexes.ascending("partner", "number"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void queries_that_an_index_serves_pass() {
        deals.insertOne(new Document("_id", 1).append("partner", "p").append("number", 1));
        deals.find(Filters.eq("partner", "p")).sort(Sorts.descending("number")).first();
        deals.find(Filters.eq("_id", 1)).first();
        deals.estimatedDocumentCount();

        assertThatCode(() -> queries.assertServedByIndexes(database)).doesNotThrowAnyException();
    }

    @Test
    void every_planted_query_without_an_index_is_named() {
        deals.find(Filters.eq("number", 7)).first();
        deals.updateMany(Filters.lt("amount", 7), Updates.set("small", true));
        deals.deleteMany(Filters.eq("small", true));
        deals.findOneAndDelete(Filters.ne("partner", "p"));
        deals.countDocuments(Filters.exists("note"));
        deals.distinct("partner", String.class).first();
        deals.aggregate(List.of(new Document("$match", new Document("kind", "k")), new Document("$count", "n")))
                .first();

        assertThatThrownBy(() -> queries.assertServedByIndexes(database))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "deals {number =}",
                        "deals {amount <>}",
                        "deals {small =}",
                        "deals {partner ?}",
                        "deals {note exists}",
                        "deals {}",
                        "deals {kind =}");
    }

    @Test
    void a_listed_exception_passes() {
        deals.find(Filters.eq("stage", "WON")).first();

        assertThat(queries.unserved(database)).containsExactly("deals {stage =}");
        assertThatCode(() -> queries.assertServedByIndexes(database)).doesNotThrowAnyException();
    }
}
