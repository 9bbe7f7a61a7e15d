package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Stops the broker and then the store for a while under load. Commands are answered or fail clearly, and nothing is lost. */
@ExtendWith(ClusterExtension.class)
@Isolated("Broker and store are everybody's.")
class ServersAwayIT {

    private static final Duration AWAY = Duration.ofSeconds(20);

    private final Cluster cluster;

    ServersAwayIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void broker_and_store_away_for_20_seconds_each_lose_nothing_and_park_nothing() {
        Load load = new Load(cluster, Seed.of("ServersAwayIT")).prepare(4, 20).start(15);
        moreDeals(load, 20);

        cluster.killBroker();
        int before = load.acknowledgedDeals();
        pass(AWAY);
        assertThat(load.acknowledgedDeals())
                .as("deals accepted without a broker, whose events wait in the outbox")
                .isGreaterThan(before);
        cluster.startBroker();
        moreDeals(load, 20);

        int failuresBefore = load.commands().clearFailures();
        cluster.killStore();
        pass(AWAY);
        assertThat(load.commands().clearFailures())
                .as("commands that failed clearly without a store")
                .isGreaterThan(failuresBefore);
        cluster.startStore();
        moreDeals(load, 20);

        Checks.everythingHolds(cluster, load.stop());
    }

    private static void moreDeals(Load load, int more) {
        int before = load.acknowledgedDeals();
        await(more + " more deals")
                .atMost(Duration.ofSeconds(60))
                .until(() -> load.acknowledgedDeals() >= before + more);
    }

    /** Lets real time pass, because the test is about how long a server is unavailable. */
    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}
