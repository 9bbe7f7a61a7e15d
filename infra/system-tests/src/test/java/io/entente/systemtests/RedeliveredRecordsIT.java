package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.entente.servers.TopicCatalog;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Delivers every event again: each is published twice, and all are read from the beginning. Nothing changes. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedeliveredRecordsIT {

    private static final List<String> CONSUMERS = List.of(Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION);

    private final Cluster cluster;
    private Model model;
    private State before;
    private int mailsBefore;

    RedeliveredRecordsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    void some_history() {
        Load load = new Load(cluster, Seed.of("RedeliveredRecordsIT"))
                .prepare(3, 12)
                .start(20);
        await("history").atMost(Duration.ofSeconds(60)).until(() -> load.acknowledgedDeals() >= 60);
        model = load.stop();
        Checks.everythingHolds(cluster, model);
        mailsArrived();
        before = State.of(cluster, model.partners());
        mailsBefore = cluster.mail().getReceivedMessages().length;
        assertThat(before.commissions()).isNotEmpty();
        assertThat(before.notifications()).isNotEmpty();
        assertThat(mailsBefore).isPositive();
    }

    @Test
    void every_record_delivered_twice_and_all_replayed_from_the_beginning_changes_nothing() {
        Replay replay = new Replay(cluster);
        assertThat(replay.publishAgain(Topics.PARTNER_PROFILES)).isPositive();
        assertThat(replay.publishAgain(Topics.REFERRAL_EVENTS)).isPositive();
        assertThat(replay.publishAgain(Topics.COMMISSION_EVENTS)).isPositive();
        nothingChanged();

        CONSUMERS.forEach(name -> cluster.service(name).close());
        CONSUMERS.forEach(replay::fromTheBeginning);
        CONSUMERS.forEach(name -> cluster.service(name).launch());
        CONSUMERS.forEach(name -> cluster.service(name).awaitReady());
        nothingChanged();
    }

    /** Uses separate topics and a separate database, so that the records of other tests stay unchanged. */
    @Test
    void replay_into_an_empty_database_gives_the_same_commissions_and_balances() {
        String prefix = "rebuilt.";
        TopicCatalog.load().createMissing(cluster.brokers(), prefix, 1);
        Replay replay = new Replay(cluster);
        replay.copy(Topics.PARTNER_PROFILES, prefix + Topics.PARTNER_PROFILES);
        replay.copy(Topics.REFERRAL_EVENTS, prefix + Topics.REFERRAL_EVENTS);
        // People add plans, and no event contains them.
        plans(Cluster.database(Cluster.COMMISSION)).find().forEach(plans("rebuilt")::insertOne);
        ServiceProcess rebuilt = cluster.add(
                        Cluster.COMMISSION,
                        "commission-service-rebuilt",
                        "rebuilt",
                        "--entente.messaging.topic-prefix=" + prefix,
                        "--spring.cloud.stream.default.group=rebuilt-commission")
                .start();
        ServiceProcess commission = cluster.service(Cluster.COMMISSION);
        for (String partner : model.partners()) {
            await("commissions of " + partner)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> State.balances(rebuilt, partner), State.balances(commission, partner)::equals);
            assertThat(withoutTime(State.commissions(rebuilt, partner)))
                    .containsExactlyInAnyOrderElementsOf(withoutTime(State.commissions(commission, partner)));
        }
        cluster.remove(rebuilt);
    }

    private MongoCollection<Document> plans(String database) {
        return cluster.mongo().getDatabase(database).getCollection("plan_books");
    }

    /** A commission that is booked again may differ only in the time of booking. */
    private static List<JsonNode> withoutTime(List<JsonNode> commissions) {
        return commissions.stream()
                .map(commission -> (JsonNode) ((ObjectNode) commission).without("accruedAt"))
                .toList();
    }

    private void nothingChanged() {
        Checks.everythingHolds(cluster, model);
        mailsArrived();
        assertThat(State.of(cluster, model.partners())).isEqualTo(before);
        assertThat(cluster.mail().getReceivedMessages()).hasSize(mailsBefore);
    }

    /** Waits until no inbox has an unsent mail. */
    private void mailsArrived() {
        await("mails")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> State.of(cluster, model.partners()).notifications().values().stream()
                        .noneMatch(notification ->
                                notification.path("channels").toString().contains("PENDING")));
    }
}
