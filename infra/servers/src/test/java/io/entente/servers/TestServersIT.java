package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestServersIT {

    @Test
    void two_contexts_do_not_see_each_other() {
        var one = TestServers.isolated();
        var other = TestServers.isolated();

        Records.send(TestServers.kafkaBrokers(), one.topic("partner.events"), "p-1", List.of("one"));
        Records.send(TestServers.kafkaBrokers(), other.topic("partner.events"), "p-1", List.of("other"));
        try (MongoClient client = MongoClients.create(one.mongoUri())) {
            client.getDatabase(one.database()).getCollection("partners").insertOne(new Document("_id", "p-1"));

            assertThat(client.getDatabase(other.database())
                            .getCollection("partners")
                            .countDocuments())
                    .isZero();
        }
        assertThat(Records.read(TestServers.kafkaBrokers(), other.topic("partner.events"), 1))
                .containsExactly("other");
    }

    @Test
    void containers_without_an_engine_fail_with_one_line() {
        assertThatThrownBy(() -> ContainerServers.requireEngine(false))
                .hasMessage(ContainerServers.NO_ENGINE)
                .hasNoCause();
    }
}
