package io.entente.referral.attribution.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.AttributionSettings;
import io.entente.referral.attribution.PendingClaimChange;
import io.entente.servers.TestServers;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class EarlierClaimChangesIT {

    private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final String database = IdGenerator.ulids().next("claims");
    private final MongoClient client = MongoClients.create(TestServers.mongoUri(database));
    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final MovableClock clock = new MovableClock(SINCE);
    private final EarlierClaimChanges earlier = new EarlierClaimChanges(mongo, GRACE);
    private final MongoPendingClaimChanges changes = new MongoPendingClaimChanges(
            mongo, new AttributionSettings(GRACE, Duration.ofSeconds(5), 200), clock, IdGenerator.ulids());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void changes_of_an_earlier_version_are_taken_over_and_become_overdue_after_their_grace() {
        mongo.getCollection(EarlierClaimChanges.COLLECTION).insertOne(introduction("ref_1"));
        mongo.getCollection(EarlierClaimChanges.COLLECTION).insertOne(conflict("cnf_1"));

        earlier.takeOver();

        assertThat(mongo.getCollection(EarlierClaimChanges.COLLECTION).countDocuments())
                .isZero();
        clock.move(GRACE.minusSeconds(1));
        assertThat(changes.acquireOverdue()).isEmpty();
        clock.move(Duration.ofSeconds(2));
        assertThat(Optional.of(changes.acquireOverdue().orElseThrow()).stream().map(PendingClaimChange::id))
                .containsAnyOf("ref_1", "cnf_1");
        PendingClaimChange next = changes.acquireOverdue().orElseThrow();
        assertThat(next.since()).isEqualTo(SINCE);
        assertThat(changes.acquireOverdue()).isEmpty();
    }

    @Test
    void a_change_that_was_taken_over_before_a_crash_is_taken_over_once() {
        mongo.getCollection(EarlierClaimChanges.COLLECTION).insertOne(introduction("ref_1"));
        earlier.takeOver();
        mongo.getCollection(EarlierClaimChanges.COLLECTION).insertOne(introduction("ref_1"));

        earlier.takeOver();
        earlier.takeOver();

        assertThat(mongo.getCollection(MongoPendingClaimChanges.COLLECTION).countDocuments())
                .isOne();
        assertThat(mongo.getCollection(EarlierClaimChanges.COLLECTION).countDocuments())
                .isZero();
        clock.move(GRACE.plusSeconds(1));
        PendingClaimChange change = changes.acquireOverdue().orElseThrow();
        assertThat(change.introduction()).isNotNull();
        assertThat(change.introduction().client().domain()).isEqualTo("brightwater.example");
    }

    private static Document introduction(String id) {
        return earlier(id)
                .append(
                        "introduction",
                        new Document("referralId", id)
                                .append("partnerId", "par_1")
                                .append("key", "domain:brightwater.example")
                                .append("organisation", "brightwater")
                                .append("domain", "brightwater.example")
                                .append("country", "MY")
                                .append("at", Date.from(SINCE)));
    }

    private static Document conflict(String id) {
        return earlier(id).append("conflict", id);
    }

    private static Document earlier(String id) {
        return new Document("_id", id).append("since", Date.from(SINCE)).append("lookedAt", Date.from(SINCE));
    }
}
