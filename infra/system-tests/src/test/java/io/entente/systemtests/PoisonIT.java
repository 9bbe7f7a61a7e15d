package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Publishes records that can't be handled. Each is parked once, and the later events of its aggregate behind it in order, until an
 * operator retries or discards them. Other aggregates aren't held up. The commission service of this test has its own topics and
 * database.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class PoisonIT {

    private static final String DATABASE = "poison";
    private static final int GOOD_REFERRALS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final ForeignEvents events;
    private final ServiceProcess commission;
    private final Random choices = Seed.of("PoisonIT");
    private final String partner = "partner-" + Long.toHexString(choices.nextLong());
    private final String otherPartner = "other-" + Long.toHexString(choices.nextLong());

    PoisonIT(Cluster cluster) {
        this.cluster = cluster;
        this.events = new ForeignEvents(cluster, "poison-%s.".formatted(Long.toHexString(choices.nextLong())));
        this.commission = cluster.add(
                Cluster.COMMISSION,
                "commission-service-poison",
                DATABASE,
                "--entente.messaging.topic-prefix=" + events.prefix(),
                "--spring.cloud.stream.default.group=" + events.prefix() + "commission");
    }

    @BeforeEach
    void start() {
        commission.start();
        events.profile(partner);
        events.profile(otherPartner);
    }

    @AfterEach
    void stop() {
        cluster.remove(commission);
        events.close();
    }

    @Test
    void poison_is_parked_once_with_what_follows_it_until_an_operator_retries_or_discards() {
        poisonAndFollowers("bad-json", "{\"dealId\": oops", "referral.deal-closed.v1");
        poisonAndFollowers("null", null, "referral.deal-closed.v1");
        poisonAndFollowers("huge", events.paddedDeal("huge", partner, 1), "referral.deal-closed.v1");
        poisonAndFollowers("unknown-version", events.deal("unknown-version", partner, 1), "referral.deal-closed.v9");
        IntStream.rangeClosed(1, GOOD_REFERRALS)
                .forEach(i -> events.publishDeal("good-" + i, i % 2 == 0 ? partner : otherPartner, 1));

        await("what is good, accrued")
                .atMost(PATIENCE)
                .until(() -> commissions().size() == GOOD_REFERRALS);
        await("what is bad, parked").atMost(PATIENCE).until(() -> parked().size() == 12);
        assertParkedInOrder();
        assertThat(commissions()).allSatisfy(deal -> assertThat(deal).startsWith("good-"));

        // Everything is delivered again, and the service now accepts the record that was too large.
        commission.kill();
        events.awaitGroupGone();
        new Replay(cluster).fromTheBeginning(events.prefix() + "commission");
        commission.start("--entente.messaging.max-data-size=4MB");
        events.publishDeal("good-after-restart", partner, 1);
        await("read again").atMost(PATIENCE).until(() -> commissions().contains("good-after-restart/1"));
        events.publishDeal("huge", partner, 4);
        await("one more behind").atMost(PATIENCE).until(() -> parked().size() == 13);

        assertThat(act("huge", "retry").path("handled").asInt()).isEqualTo(4);
        assertThat(act("unknown-version", "retry").path("stillParked").asBoolean())
                .isTrue();
        assertThat(act("unknown-version", "discard").path("handled").asInt()).isEqualTo(2);
        assertThat(act("bad-json", "discard").path("handled").asInt()).isEqualTo(2);
        assertThat(act("null", "discard").path("handled").asInt()).isEqualTo(2);

        assertThat(parked()).isEmpty();
        assertThat(commissions()).hasSize(GOOD_REFERRALS + 1 + 4 + 2 + 2 + 2);
        assertThat(commissions().stream().filter(deal -> deal.startsWith("huge")))
                .as("deals in the order of the ledger")
                .containsExactly("huge/1", "huge/2", "huge/3", "huge/4");
        Answer verified = Http.post(commission.url("/api/ledger/verify"), "");
        assertThat(verified.json().path("verified").asBoolean())
                .as(verified.body())
                .isTrue();

        // The aggregates that were held up continue without further action.
        events.publishDeal("bad-json", partner, 4);
        await("on again").atMost(PATIENCE).until(() -> commissions().contains("bad-json/4"));
        assertThat(parked()).isEmpty();
    }

    /** Publishes a record that nobody can handle and two good ones of the same aggregate after it. */
    private void poisonAndFollowers(String aggregate, String data, String type) {
        events.publish(type, aggregate, partner, 1, data == null ? null : data.getBytes(UTF_8));
        events.publishDeal(aggregate, partner, 2);
        events.publishDeal(aggregate, partner, 3);
    }

    private void assertParkedInOrder() {
        Map<String, List<JsonNode>> lots = new TreeMap<>();
        for (JsonNode item : parked()) {
            lots.computeIfAbsent(item.path("aggregate").asString(), aggregate -> new java.util.ArrayList<>())
                    .add(item);
        }
        assertThat(lots.keySet()).containsExactly("bad-json", "huge", "null", "unknown-version");
        lots.forEach((aggregate, items) -> {
            assertThat(items).as(aggregate).hasSize(3);
            assertThat(items.get(0).path("error").asString("")).as(aggregate).isNotBlank();
            assertThat(items.subList(1, 3)).as(aggregate).noneMatch(item -> item.hasNonNull("error"));
            assertThat(items).as(aggregate).isSortedAccordingTo(java.util.Comparator.comparingLong(item -> item.path(
                            "offset")
                    .asLong()));
        });
    }

    private List<JsonNode> parked() {
        Answer answer = Http.get(commission.url("/actuator/parked?limit=200"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    /** Applies an operator's action to the first parked record of an aggregate. */
    private JsonNode act(String aggregate, String action) {
        String id = parked().stream()
                .filter(item -> item.path("aggregate").asString().equals(aggregate))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Answer answer = Http.post(
                commission.url("/actuator/parked"), "{\"action\":\"%s\",\"id\":\"%s\"}".formatted(action, id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Deals with a commission, in the order of the ledger. */
    private List<String> commissions() {
        return cluster.mongo()
                .getDatabase(DATABASE)
                .getCollection("ledger_transactions")
                .find(new Document("partnerId", new Document("$in", List.of(partner, otherPartner))))
                .sort(new Document("_id", 1))
                .map(transaction ->
                        transaction.get("commission", Document.class).getString("dealId"))
                .into(new java.util.ArrayList<>());
    }
}
