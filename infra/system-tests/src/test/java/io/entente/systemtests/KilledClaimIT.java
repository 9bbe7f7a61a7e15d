package io.entente.systemtests;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.entente.systemtests.faults.FaultPoint;
import io.entente.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Kills the service with {@code kill -9} between the writes of a claim while several partners introduce one client at once. Afterwards
 * one of them holds the claim, and each other partner waits for a decision between the two.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class KilledClaimIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "claims.";
    private static final String DATABASE = "claims";
    private static final List<String> PARTNERS = List.of("claims-1", "claims-2", "claims-3", "claims-4");
    private static final int ROUNDS = 2;

    /** A submission passes the point about a dozen times. At this passage several submissions are under way. */
    private static final int LAST_PASSAGE = 30;

    private final Cluster cluster;

    KilledClaimIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void killed_in_a_claim_one_partner_holds_the_client_and_the_others_are_in_conflict_with_it() {
        Random choices = Seed.of("KilledClaimIT");
        ServiceProcess referral = cluster.add(
                Cluster.REFERRAL,
                "referral-service-claims",
                DATABASE,
                "--entente.messaging.topic-prefix=" + PREFIX,
                "--spring.cloud.stream.default.group=" + PREFIX + "referral",
                "--entente.referral.attribution.grace=4s",
                "--entente.referral.attribution.sweep-interval=500ms");
        try (ForeignEvents events = new ForeignEvents(cluster, PREFIX)) {
            PARTNERS.forEach(events::profile);
            referral.start();
            PARTNERS.forEach(partner -> awaitHeardOf(partner, referral));
            referral.kill();
            killInClaims(referral, choices);
        } finally {
            cluster.remove(referral);
        }
    }

    private static void awaitHeardOf(String partner, ServiceProcess referral) {
        String body = Bodies.referral(partner, "Known to " + partner, "known-to-" + partner);
        await(partner + " heard of")
                .atMost(PATIENCE)
                .until(() -> Http.post(referral.url("/api/referrals"), body).status() == 201);
    }

    private void killInClaims(ServiceProcess referral, Random choices) {
        for (int round = 0; round < ROUNDS; round++) {
            PlannedFault fault = PlannedFault.at(FaultPoint.IN_CLAIM, 1 + choices.nextInt(LAST_PASSAGE));
            System.out.printf("  kill %s at %s%n", referral.name(), fault);
            referral.start(fault);
            String client = "contested-%d-%d".formatted(choices.nextInt(Integer.MAX_VALUE), round);
            Commands commands = new Commands();
            List<CompletableFuture<Answer>> sent = new ArrayList<>();
            for (String partner : PARTNERS) {
                String body = Bodies.referral(partner, "Contested " + client, client);
                sent.add(commands.send(() -> referral.url("/api/referrals"), body, client + partner));
            }
            await(fault.toString())
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(fault::hasStruck);
            referral.kill();
            referral.start();
            List<String> referrals = sent.stream()
                    .map(CompletableFuture::join)
                    .map(answer -> answer.json().path("id").asString())
                    .toList();
            commands.assertNoViolations();
            await("claims in line")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertInLine(referral, client + ".example", referrals));
            referral.kill();
        }
    }

    private void assertInLine(ServiceProcess referral, String key, List<String> referrals) {
        assertThat(collection("pending_claim_changes").countDocuments()).isZero();
        Document claim = collection("claims").find(eq("_id", "k/" + key)).first();
        assertThat(claim).isNotNull();
        String holder = claim.get("claim", Document.class).getString("referralId");
        assertThat(referrals).contains(holder);
        for (String id : referrals) {
            String status = Http.get(referral.url("/api/referrals/" + id))
                    .json()
                    .path("status")
                    .asString();
            assertThat(status).as(id).isEqualTo(id.equals(holder) ? "SUBMITTED" : "CONFLICTED");
            if (!id.equals(holder)) {
                // Closed conflicts are history, for example those with a claim whose writer was killed.
                assertThat(collection("conflict_cases")
                                .find(and(eq("challenger.referralId", id), eq("status", "OPEN")))
                                .map(conflict ->
                                        conflict.get("holder", Document.class).getString("referralId")))
                        .containsExactly(holder);
            }
        }
    }

    private MongoCollection<Document> collection(String name) {
        return cluster.mongo().getDatabase(DATABASE).getCollection(name);
    }
}
