package io.entente.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.servers.StoreServer;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The services' own driver settings against a store that goes and comes back. */
class StoreAwayIT {

    private static final Document PING = new Document("ping", 1);
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    @Test
    void while_the_store_is_known_to_be_away_nobody_waits_for_it_and_when_it_is_back_it_is_used() {
        StoreServer store = StoreServer.inMemory(0);
        ConnectionString address = new ConnectionString(store.uri("away"));
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(address);
        new StoreConfiguration().boundedWaits(Ticker.systemTicker()).customize(settings);
        try (MongoClient client = MongoClients.create(settings.build())) {
            client.getDatabase("away").runCommand(PING);

            store.close();
            await("a refusal at once").atMost(Duration.ofSeconds(20)).until(() -> failure(client)
                    .contains("no server of the store has been reachable"));
            for (int i = 0; i < 20; i++) {
                assertThat(failedWithin(client)).isLessThan(AT_ONCE);
            }
            assertThatThrownBy(() -> client.getDatabase("away").runCommand(PING))
                    .isInstanceOf(MongoException.class)
                    .matches(TransientFailures::isTransient, "retried by consumers, 503 to callers");

            StoreServer back = StoreServer.inMemory(port(address));
            try {
                await("used again")
                        .atMost(Duration.ofSeconds(10))
                        .ignoreExceptionsInstanceOf(MongoException.class)
                        .until(() -> client.getDatabase("away").runCommand(PING).containsKey("ok"));
            } finally {
                back.close();
            }
        }
    }

    private static String failure(MongoClient client) {
        try {
            client.getDatabase("away").runCommand(PING);
            return "";
        } catch (MongoException expected) {
            return String.valueOf(expected.getMessage());
        }
    }

    /** How long an operation took to fail; a day if it did not fail. */
    private static Duration failedWithin(MongoClient client) {
        long start = System.nanoTime();
        try {
            client.getDatabase("away").runCommand(PING);
            return Duration.ofDays(1);
        } catch (MongoException expected) {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static int port(ConnectionString address) {
        String host = address.getHosts().get(0);
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }
}
