package io.entente.referral.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Deals as documents of their own: their cost, the referral that follows them, and documents of earlier versions. */
class DealsIT {

    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01"}""";
    /** Policies are read again once they are a second old, so one of a few submissions finds everything cached. */
    private static final int SUBMISSIONS = 5;

    private static final Duration TWO_SWEEPS = Duration.ofSeconds(30);
    /** A little more than the time that a deal's handler has before the sweep moves the referral itself. */
    private static final Duration AFTER_GRACE = WinReferrals.GRACE.plusSeconds(1);

    private static final MovableClock CLOCK = new MovableClock(Instant.now());
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** The commands that the service's driver sends before a request is answered. */
    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();

    /** Of a submission with which a conflict begins, including what both referrals are told. */
    private static final int MOST_OF_CONTESTED = 35;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                observed(ReferralServiceApplication.service()), "--entente.referral.deals.sweep-interval=100ms");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        partners.keep(new KnownPartner("par_a", "Partner A", "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        partners.keep(new KnownPartner("par_b", "Partner B", "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_deal_costs_the_same_after_five_thousand_others() {
        String id = accepted();
        List<String> first = sentBy(() -> close(id, "d1-" + id));
        List<String> second = sentBy(() -> close(id, "d2-" + id));
        fill(id, 5_000);
        List<String> last = sentBy(() -> close(id, "last-" + id));

        assertThat(first)
                .as("the deal that wins")
                .containsExactly("find referrals", "insert deals", "update referrals");
        assertThat(second).as("a further deal").containsExactly("find referrals", "insert deals");
        assertThat(last).isEqualTo(second);
        JsonNode shown = service.get("/api/referrals/" + id).json().path("deals");
        assertThat(shown).hasSize(50);
        assertThat(shown.get(49).path("dealId").asString()).isEqualTo("last-" + id);
        assertThat(paged(id)).hasSize(5_003).doesNotHaveDuplicates().contains("d1-" + id, "last-" + id);
        assertThat(service.get("/api/referrals/" + id + "/timeline").status()).isEqualTo(200);
        assertThat(reverse(id, "last-" + id).status()).isEqualTo(200);
    }

    @Test
    void a_submission_waits_for_four_round_trips() {
        accepted();

        List<List<String>> submissions = Stream.generate(() -> sentBy(DealsIT::submitted))
                .limit(SUBMISSIONS)
                .toList();

        assertThat(submissions)
                .contains(List.of("insert pending_claim_changes", "insert claims", "find claims", "insert referrals"));
    }

    /** Only a submission whose client was held under other details, or whose client is contested, takes more. */
    @Test
    void a_submission_that_uses_a_hold_takes_the_place_of_the_hold_before_its_answer() {
        int client = CLIENTS.incrementAndGet();
        String name = "Seilerei Nordenham %d".formatted(client);
        String domain = "seilerei-%d.example".formatted(client);
        hold(name);
        List<String> moved = sentBy(() -> submitted("par_a", name, domain));
        hold("Reederei " + name);
        submitted("par_b", "Reederei " + name, "reederei-" + domain);
        List<String> overtaking = sentBy(() -> submitted("par_a", "Reederei " + name, "reederei-" + domain));

        assertThat(moved)
                .containsSubsequence(
                        "insert pending_claim_changes",
                        "insert claims",
                        "find claims",
                        "find claims",
                        "update claims",
                        "delete claims",
                        "insert referrals");
        assertThat(ofStore(moved)).hasSize(7);
        assertThat(ofStore(overtaking)).as("a conflict begins").hasSizeLessThanOrEqualTo(MOST_OF_CONTESTED);
    }

    /** Without what the service has in memory and reads again now and then. */
    private static List<String> ofStore(List<String> commands) {
        return commands.stream()
                .filter(command -> !command.equals("find program_lists"))
                .toList();
    }

    private static void hold(String name) {
        Answer held = service.post(
                "/api/client-checks",
                "{\"partnerId\":\"par_a\",\"organisation\":\"%s\",\"hold\":true}".formatted(name));
        assertThat(held.json().has("heldUntil")).as(held.body()).isTrue();
    }

    @Test
    void the_timeline_has_every_deal_once_and_its_reversal() {
        String id = accepted();
        close(id, "t1-" + id);
        close(id, "t2-" + id);
        reverse(id, "t1-" + id);

        List<String> entries = new ArrayList<>();
        service.get("/api/referrals/" + id + "/timeline")
                .json()
                .path("items")
                .forEach(item -> entries.add((item.path("what").asString() + " "
                                + item.path("details").path("dealId").asString())
                        .strip()));
        assertThat(entries)
                .containsExactly(
                        "referral-submitted",
                        "referral-accepted",
                        "deal-closed t1-" + id,
                        "deal-closed t2-" + id,
                        "deal-reversed t1-" + id);
    }

    @Test
    void a_referral_becomes_won_by_a_deal_that_a_crash_left_alone() {
        String id = accepted();
        storeOnly("alone-" + id, id);

        assertThat(status(id)).isEqualTo("ACCEPTED");
        CLOCK.move(AFTER_GRACE);
        await().atMost(TWO_SWEEPS).untilAsserted(() -> assertThat(status(id)).isEqualTo("WON"));
        await().atMost(TWO_SWEEPS).untilAsserted(() -> assertThat(pending(id)).isZero());
        assertThat(service.get("/api/referrals/" + id).json().path("deals")).hasSize(1);
        assertThat(closedOf("alone-" + id)).hasSize(1);
    }

    @Test
    void a_deal_stands_if_its_referral_was_lost_before_it_could_become_won() {
        String id = accepted();
        storeOnly("late-" + id, id);
        service.post("/api/referrals/" + id + "/lose", "{\"reason\":\"No budget\"}");

        CLOCK.move(AFTER_GRACE);
        await().atMost(TWO_SWEEPS).untilAsserted(() -> assertThat(status(id)).isEqualTo("WON"));
        assertThat(service.get("/api/referrals/" + id).json().path("reason").isMissingNode()
                        || service.get("/api/referrals/" + id)
                                .json()
                                .path("reason")
                                .isNull())
                .isTrue();
    }

    @Test
    void deals_that_an_earlier_version_embedded_in_the_referral_are_taken_over() {
        String id = accepted();
        String old = "old-" + id;
        Answer first = close(id, old);
        embed(id, old);

        JsonNode shown = service.get("/api/referrals/" + id).json().path("deals");
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("amount").path("amount").asString()).isEqualTo("1054.00");
        Answer again = close(id, old);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(close(id, "new-" + id).status()).isEqualTo(201);
        assertThat(reverse(id, old).status()).isEqualTo(200);

        Document stored = service.mongo().findById(old, Document.class, "deals");
        assertThat(Objects.requireNonNull(stored).getLong("sequence")).isEqualTo(1);
        assertThat(Objects.requireNonNull(service.mongo().findById(id, Document.class, "referrals")))
                .doesNotContainKey("deals");
        assertThat(closedOf(old)).as("published by the earlier version only").hasSize(1);
    }

    /** Makes of a deal what an earlier version stored: a claim of its id, and the deal in the referral's document. */
    private static void embed(String id, String dealId) {
        Document deal = Objects.requireNonNull(service.mongo().findById(dealId, Document.class, "deals"));
        await().untilAsserted(() -> assertThat(
                        Objects.requireNonNull(service.mongo().findById(dealId, Document.class, "deals")))
                .doesNotContainKey("outbox"));
        Document embedded = new Document("dealId", dealId);
        for (String field : new String[] {"amount", "closedOn", "credit", "recordedAt", "recordedIn", "fingerprint"}) {
            embedded.append(field, deal.get(field));
        }
        service.mongo()
                .getCollection("deals")
                .replaceOne(
                        new Document("_id", dealId),
                        new Document("_id", dealId).append("referralId", id).append("dealId", dealId));
        service.mongo()
                .getCollection("referrals")
                .updateOne(new Document("_id", id), new Document("$set", new Document("deals", List.of(embedded))));
    }

    /** The write that decides, without what follows it: as a crash leaves it. */
    private static void storeOnly(String dealId, String id) {
        Referral referral = service.context()
                .getBean(Referrals.class)
                .find(new ReferralId(id))
                .orElseThrow();
        CloseDeal command = new CloseDeal(
                dealId, Money.parse("USD 1054"), LocalDate.parse("2026-03-01"), null, List.of(), null, "f");
        Occurrence now = Occurrence.live(service.context().getBean(Clock.class));
        assertThat(service.context().getBean(Deals.class).add(command.on(referral, now)))
                .isPresent();
    }

    private static void fill(String id, int count) {
        Document model = Objects.requireNonNull(service.mongo().findById("d2-" + id, Document.class, "deals"));
        model.remove("outbox");
        List<Document> more = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String dealId = "more-%05d-%s".formatted(i, id);
            String place = model.getString("place").split("-", 2)[0] + "-" + dealId;
            more.add(new Document(model).append("_id", dealId).append("place", place));
        }
        service.mongo().insert(more, "deals");
    }

    private static List<String> paged(String id) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = service.get("/api/referrals/" + id + "/deals?limit=200" + next)
                    .json();
            page.path("items").forEach(deal -> ids.add(deal.path("dealId").asString()));
            next = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return ids;
    }

    private static List<PublishedRecord> closedOf(String dealId) {
        return service
                .awaitRecords("referral.events", all -> all.stream()
                        .anyMatch(
                                event -> event.data().path("dealId").asString().equals(dealId)))
                .stream()
                .filter(event -> event.type().equals("referral.deal-closed.v1"))
                .filter(event -> event.data().path("dealId").asString().equals(dealId))
                .toList();
    }

    private static long pending(String id) {
        return service.mongo()
                .count(
                        new Query(Criteria.where("referralId")
                                .is(id)
                                .and("winPending")
                                .exists(true)),
                        "deals");
    }

    private static String status(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }

    /** The list has deals in the order of their time, so each gets a time of its own. */
    private static Answer close(String id, String dealId) {
        CLOCK.move(Duration.ofMillis(1));
        return service.post("/api/referrals/" + id + "/deals", DEAL.formatted(dealId));
    }

    private static Answer reverse(String id, String dealId) {
        return service.post(
                "/api/referrals/" + id + "/reverse-deal",
                "{\"dealId\":\"%s\",\"reason\":\"Refunded\"}".formatted(dealId));
    }

    private static String accepted() {
        String id = submitted().json().path("id").asString();
        service.post("/api/referrals/" + id + "/accept", "");
        return id;
    }

    private static Answer submitted() {
        int client = CLIENTS.incrementAndGet();
        return submitted("par_a", "Client " + client, "client-%d.example".formatted(client));
    }

    private static Answer submitted(String partner, String organisation, String domain) {
        Answer answer = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{"organisation":"%s","domain":"%s","country":"MY",
                 "contactName":"Aisyah","contactPhone":"+60 12 345"},"service":"Data platform"}"""
                        .formatted(partner, organisation, domain));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static List<String> sentBy(Runnable request) {
        SENT.clear();
        request.run();
        return List.copyOf(SENT);
    }

    private static SpringApplicationBuilder observed(SpringApplicationBuilder builder) {
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (Thread.currentThread().getName().contains("-exec-")) {
                    String name = event.getCommandName();
                    SENT.add(name + " " + event.getCommand().getString(name).getValue());
                }
            }
        };
        return builder.initializers(starting -> {
            GenericApplicationContext context = (GenericApplicationContext) starting;
            context.registerBean("clock", Clock.class, () -> CLOCK);
            context.registerBean(
                    "sentCommands",
                    MongoClientSettingsBuilderCustomizer.class,
                    () -> settings -> settings.addCommandListener(listener));
        });
    }
}
