package io.entente.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReferralApiIT {

    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01"}""";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static RunningService service;
    private static KnownPartners partners;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.profile-patience=1s");
        partners = service.context().getBean(KnownPartners.class);
        publishProfile("par_active", "Active Partner", "ACTIVE", "ACTIVE", 3);
        publishProfile("par_network", "Network Partner", "ACTIVE", "REFERRAL_NETWORK", 1);
        publishProfile("par_paused", "Paused Partner", "PAUSED", "ACTIVE", 1);
        await().until(() -> partners.find("par_active").isPresent()
                && partners.find("par_network").isPresent()
                && partners.find("par_paused").isPresent());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_referral_goes_from_submission_to_two_deals() {
        Answer submitted = service.post("/api/referrals", referral("par_active"));
        assertThat(submitted.status()).isEqualTo(201);
        String id = submitted.json().path("id").asString();
        assertThat(submitted.header("Location")).contains("/api/referrals/" + id);
        assertThat(submitted.json().path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(dueAfter(submitted)).isEqualTo(Duration.ofHours(24));

        Answer accepted = service.post("/api/referrals/" + id + "/accept", "", "If-Match: \"1\"");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(service.post("/api/referrals/" + id + "/accept", "").json()).isEqualTo(accepted.json());

        assertThat(close(id, DEAL.formatted("first-" + id)).status()).isEqualTo(201);
        assertThat(close(id, DEAL.formatted("second-" + id)).status()).isEqualTo(201);

        JsonNode now = service.get("/api/referrals/" + id).json();
        assertThat(now.path("status").asString()).isEqualTo("WON");
        assertThat(now.path("version").asInt()).isEqualTo(3);
        assertThat(now.path("deals")).hasSize(2);
        List<PublishedRecord> events = eventsOf(id, 4);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactlyInAnyOrder(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.deal-closed.v1",
                        "referral.deal-closed.v1");
        assertThat(events)
                .extracting(event -> event.subject() + " " + event.sequence())
                .containsExactlyInAnyOrder(id + " 1", id + " 2", "first-" + id + " 1", "second-" + id + " 1");
        assertThat(events).extracting(PublishedRecord::key).containsOnly("par_active");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events)
                .noneMatch(
                        event -> event.text().contains("Aisyah") || event.text().contains("+60"));
    }

    @Test
    void lower_tiers_are_answered_within_two_days() {
        assertThat(dueAfter(service.post("/api/referrals", referral("par_network"))))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void a_partner_that_is_unknown_or_not_active_is_named() {
        for (String partner : new String[] {"par_nobody", "par_paused"}) {
            Answer refused = service.post("/api/referrals", referral(partner));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(fields(refused)).containsExactly("partnerId");
            assertThat(refused.body()).contains(partner.equals("par_paused") ? "PAUSED" : "takes a moment");
        }
    }

    @Test
    void a_partner_whose_profile_comes_a_moment_later_is_waited_for() {
        CompletableFuture<Answer> submitted =
                CompletableFuture.supplyAsync(() -> service.post("/api/referrals", referral("par_late")));

        partners.keep(new KnownPartner("par_late", "Late Partner", "ACTIVE", Tier.ACTIVE, "REFERRAL", "DE", 1));

        assertThat(submitted.join().status()).isEqualTo(201);
    }

    @Test
    void every_bad_field_is_named_in_one_answer() {
        Answer refused = service.post(
                "/api/referrals",
                """
                {"direction":"SIDEWAYS","client":{"domain":"no domain","country":"XX","contactName":" ","contactEmail":""},
                 "challenge":%s,"involvement":"MUCH","expectedValue":{"amount":"0","currency":"XXY"},"nickname":"x"}
                """
                        .formatted("\"" + "x".repeat(4001) + "\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "partnerId",
                        "direction",
                        "client.organisation",
                        "client.domain",
                        "client.country",
                        "client.contactName",
                        "client.contactEmail",
                        "service",
                        "challenge",
                        "involvement",
                        "expectedValue.amount",
                        "expectedValue.currency",
                        "nickname");
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_whatever_became_of_the_referral() {
        String body = referral("par_active");
        Answer first = service.post("/api/referrals", body, "Idempotency-Key: once");
        service.post("/api/referrals/" + first.json().path("id").asString() + "/accept", "");

        Answer again = service.post("/api/referrals", body, "Idempotency-Key: once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = service.post("/api/referrals", referral("par_network"), "Idempotency-Key: once");
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("Idempotency-Key");
    }

    @Test
    void a_declined_referral_tells_why_and_takes_no_deal() {
        String id = submitted();
        String body = "{\"reason\":\"Too small for us\",\"alternative\":\"Quayside Studio\"}";

        Answer declined = service.post("/api/referrals/" + id + "/decline", body);
        assertThat(declined.json().path("status").asString()).isEqualTo("DECLINED");
        assertThat(declined.json().path("reason").asString()).isEqualTo("Too small for us");
        assertThat(service.post("/api/referrals/" + id + "/decline", body).json())
                .isEqualTo(declined.json());
        assertThat(service.post("/api/referrals/" + id + "/decline", "{\"reason\":\"Other\"}")
                        .status())
                .isEqualTo(409);
        assertThat(service.post("/api/referrals/" + id + "/accept", "").status())
                .isEqualTo(409);
        assertThat(close(id, DEAL.formatted("declined-" + id)).status()).isEqualTo(409);
        PublishedRecord event = eventsOf(id, 2).get(1);
        assertThat(event.type()).isEqualTo("referral.referral-declined.v1");
        Contracts.assertMatches(event.type(), event.text());
    }

    @Test
    void what_a_state_does_not_allow_names_what_it_does() {
        Answer refused = close(submitted(), DEAL.formatted("early"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("SUBMITTED", "accept, decline");
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        String id = submitted();

        assertThat(service.post("/api/referrals/" + id + "/accept", "", "If-Match: \"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.post("/api/referrals/ref_nobody/accept", "").status())
                .isEqualTo(404);
    }

    @Test
    void the_same_deal_again_gets_the_first_answer_and_another_body_none() {
        String id = accepted();
        String dealId = "once-" + id;
        Answer first = close(id, DEAL.formatted(dealId));
        close(id, DEAL.formatted("later-" + id));

        Answer again = close(id, DEAL.formatted(dealId));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = close(id, DEAL.formatted(dealId).replace("1054", "1055"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("dealId");
        assertThat(service.get("/api/referrals/" + id).json().path("deals")).hasSize(2);
    }

    @Test
    void a_deal_id_of_another_referral_is_refused() {
        String holder = accepted();
        String other = accepted();
        close(holder, DEAL.formatted("taken-" + holder));

        Answer refused = close(other, DEAL.formatted("taken-" + holder));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("dealId");
        assertThat(refused.body()).contains(holder);
        assertThat(service.get("/api/referrals/" + other).json().path("deals")).isEmpty();
    }

    @Test
    void a_claim_without_its_deal_is_passed_by_the_referral_that_holds_it() {
        String id = accepted();
        // An earlier version of the service crashed after it had claimed the id, before it stored the deal.
        service.mongo()
                .insert(
                        new Document("_id", "crashed-" + id)
                                .append("referralId", id)
                                .append("dealId", "crashed-" + id),
                        "deals");

        assertThat(close(id, DEAL.formatted("crashed-" + id)).status()).isEqualTo(201);
    }

    @Test
    void of_many_that_claim_a_deal_id_at_once_one_gets_it() throws Exception {
        List<String> referrals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            referrals.add(accepted());
        }
        List<Callable<Answer>> claims = referrals.stream()
                .map(id -> (Callable<Answer>) () -> close(id, DEAL.formatted("contested")))
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(claims.size());
        List<Integer> answers = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(claims)) {
            answers.add(answer.get().status());
        }
        callers.shutdown();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
    }

    @Test
    void one_deal_sent_many_times_at_once_is_closed_once() throws Exception {
        String id = accepted();
        Callable<Answer> send = () -> close(id, DEAL.formatted("racing-" + id));
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<JsonNode> answers = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(List.of(send, send, send, send, send, send))) {
            assertThat(answer.get().status()).isEqualTo(201);
            answers.add(answer.get().json());
        }
        callers.shutdown();

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(eventsOf(id, 3)).hasSize(3);
        assertThat(service.get("/api/referrals/" + id).json().path("deals")).hasSize(1);
    }

    @Test
    void a_deal_without_id_follows_its_key() {
        String id = accepted();
        String body = "{\"amount\":{\"amount\":\"5\",\"currency\":\"USD\"},\"closedOn\":\"2026-03-01\"}";
        Answer first = close(id, body, "Idempotency-Key: k");

        assertThat(close(id, body, "Idempotency-Key: k").json()).isEqualTo(first.json());
        assertThat(fields(close(id, body.replace("5", "6"), "Idempotency-Key: k")))
                .containsExactly("Idempotency-Key");
        assertThat(fields(close(id, DEAL.formatted("named-" + id), "Idempotency-Key: k")))
                .containsExactly("Idempotency-Key");
        assertThat(close(id, body).json().path("dealId"))
                .isNotEqualTo(first.json().path("dealId"));
        assertThat(close(accepted(), body, "Idempotency-Key: k").status()).isEqualTo(201);
        assertThat(service.get("/api/referrals/" + id).json().path("deals")).hasSize(2);
    }

    @Test
    void every_bad_field_of_a_deal_is_named() {
        String id = accepted();
        Answer malformed = close(
                id,
                """
                {"dealId":"no spaces","amount":{"amount":"0","currency":"USD"},"closedOn":"yesterday",
                 "engagement":{"kind":"PROJECT","startsOn":"2026-02-01","endsOn":"2026-01-01"},
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_network","role":"CO_SELLER","share":"0.5"}]}""");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(fields(malformed))
                .containsExactlyInAnyOrder("dealId", "amount.amount", "closedOn", "engagement.endsOn", "credit");

        Answer refused = close(
                id,
                """
                {"amount":{"amount":"1","currency":"USD"},"closedOn":"%s",
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_nobody","role":"CO_SELLER","share":"0.4"}]}"""
                        .formatted(LocalDate.now().plusDays(3)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("closedOn", "credit[1].partnerId");
    }

    @Test
    void referrals_are_listed_by_partner_and_status() {
        publishProfile("par_listed", "Listed", "ACTIVE", "ACTIVE", 1);
        await().until(() -> partners.find("par_listed").isPresent());
        for (int i = 0; i < 3; i++) {
            service.post("/api/referrals", referral("par_listed"));
        }
        String id = service.post("/api/referrals", referral("par_listed"))
                .json()
                .path("id")
                .asString();
        service.post("/api/referrals/" + id + "/accept", "");

        JsonNode first = service.get("/api/referrals?partnerId=par_listed&status=SUBMITTED&limit=2")
                .json();
        JsonNode rest = service.get("/api/referrals?partnerId=par_listed&status=SUBMITTED&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(service.get("/api/referrals?partnerId=par_listed&status=ACCEPTED")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(fields(service.get("/api/referrals?status=SLEEPING"))).containsExactly("status");
    }

    @Test
    void the_newest_profile_is_kept_and_a_tombstone_erases() {
        publishProfile("par_moving", "Newer", "ACTIVE", "ACTIVE", 5);
        publishProfile("par_moving", "Older", "APPLIED", "ACTIVE", 4);
        publishProfile("par_moving", "Same", "APPLIED", "ACTIVE", 5);
        publishProfile("par_marker", "Marker", "ACTIVE", "ACTIVE", 1);
        await().until(() -> partners.find("par_marker").isPresent());
        // The marker may be on another partition: the guard itself is asked too.
        KnownPartner older = new KnownPartner(
                "par_moving", "Older", "APPLIED", io.entente.referral.partners.Tier.ACTIVE, "REFERRAL", "MY", 4);
        await().until(() -> partners.find("par_moving").isPresent());
        assertThat(partners.keep(older)).isFalse();
        assertThat(partners.find("par_moving")).map(KnownPartner::name).contains("Newer");

        service.publish("partner.profiles", "partner.profile.v1", "par_moving", 6, "par_moving", null);

        await().until(() -> partners.find("par_moving").equals(Optional.empty()));
    }

    @Test
    void the_contracts_sample_of_a_profile_is_consumed() {
        service.publishSample("partner.profile.v1");

        await().until(() -> partners.find("01K1A7Q2M8V4R6T9W3X5Y7Z0BC").isPresent());
        assertThat(partners.named("  harbour PINE advisory"))
                .extracting(KnownPartner::id)
                .containsExactly("01K1A7Q2M8V4R6T9W3X5Y7Z0BC");
    }

    private static String submitted() {
        return service.post("/api/referrals", referral("par_active"))
                .json()
                .path("id")
                .asString();
    }

    private static String accepted() {
        String id = submitted();
        service.post("/api/referrals/" + id + "/accept", "");
        return id;
    }

    private static Answer close(String id, String deal, String... headers) {
        return service.post("/api/referrals/" + id + "/deals", deal, headers);
    }

    private static Duration dueAfter(Answer submitted) {
        return Duration.between(
                Instant.parse(submitted.json().path("submittedAt").asString()),
                Instant.parse(submitted.json().path("responseDueAt").asString()));
    }

    /**
     * As a consumer that deduplicates sees them: a write soon after another may publish the one before again. What happens on
     * clocks is another test's.
     */
    private static List<PublishedRecord> eventsOf(String id, int count) {
        return distinctOf(
                id,
                service.awaitRecords(
                        "referral.events", all -> distinctOf(id, all).size() >= count));
    }

    private static List<PublishedRecord> distinctOf(String id, List<PublishedRecord> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event -> event.data().path("referralId").asString().equals(id)
                        && !event.type().startsWith("referral.sla-")
                        && seen.add(event.envelope().id()))
                .toList();
    }

    private static List<String> fields(Answer refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }

    private static void publishProfile(String id, String name, String status, String tier, int version) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                id,
                version,
                id,
                """
                {"partnerId":"%s","name":"%s","status":"%s","tier":"%s","model":"REFERRAL","locale":"en",
                 "timeZone":"Asia/Kuala_Lumpur","country":"MY","contacts":[],"version":%d,
                 "updatedAt":"2026-02-02T01:00:00Z"}"""
                        .formatted(id, name, status, tier, version));
    }

    /** Each of another client, as they mostly are. */
    private static String referral(String partnerId) {
        return referral(partnerId, CLIENTS.incrementAndGet());
    }

    private static String referral(String partnerId, int client) {
        return """
               {"partnerId":"%s","client":{"organisation":"Brightwater %d","domain":"Brightwater-%d.example",
                "country":"MY","contactName":"Aisyah Secret","contactPhone":"+60 12 345"},"service":"Data platform",
                "challenge":"Reports take days","expectedValue":{"amount":"12000","currency":"USD"}}"""
                .formatted(partnerId, client, client);
    }
}
