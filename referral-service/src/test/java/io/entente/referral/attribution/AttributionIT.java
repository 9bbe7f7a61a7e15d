package io.entente.referral.attribution;

import static io.entente.testkit.security.Callers.asAdmin;
import static io.entente.testkit.security.Callers.asOps;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttributionIT {

    private static final int AT_ONCE = 50;
    private static final String OPERATOR = asOps("o-1");
    private static final String ADMIN = asAdmin("a-1");
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = AttributingService.start(CLOCK, AT_ONCE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void if_fifty_partners_introduce_a_client_at_once_one_holds_it_and_the_others_are_in_conflict_with_it()
            throws Exception {
        String client = client();
        List<JsonNode> submitted = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                String body = referral("par_" + i, client);
                requests.add(() -> service.post("/api/referrals", body));
            }
            for (Future<Answer> answer : callers.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(201);
                submitted.add(answer.get().json());
            }
        } finally {
            callers.shutdownNow();
        }

        List<JsonNode> holding = having(submitted, "status", "SUBMITTED");
        assertThat(holding).hasSize(1);
        assertThat(having(submitted, "status", "CONFLICTED")).hasSize(AT_ONCE - 1);
        String holder = holding.get(0).path("id").asString();
        List<JsonNode> conflicts = openConflicts();
        for (JsonNode waiting : having(submitted, "status", "CONFLICTED")) {
            JsonNode conflict = conflictOf(waiting.path("id").asString(), conflicts);
            assertThat(conflict.path("holder").path("referralId").asString()).isEqualTo(holder);
            assertThat(conflict.path("score").asString()).isEqualTo("1.00");
        }
        // With this many writers on one document, some requests leave the change of the holder to the sweep.
        CLOCK.move(Duration.ofSeconds(31));
        List<PublishedRecord> toHolder = eventsOf(holder, AT_ONCE);
        assertThat(toHolder).extracting(PublishedRecord::sequence).doesNotHaveDuplicates();
        toHolder.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        List<PublishedRecord> all = service.records("referral.events");
        for (JsonNode waiting : having(submitted, "status", "CONFLICTED")) {
            String id = waiting.path("id").asString();
            assertThat(distinct(all, event -> event.subject().equals(id)))
                    .extracting(PublishedRecord::type)
                    .containsExactly("referral.referral-submitted.v1", "referral.conflict-detected.v1");
        }
    }

    @Test
    void a_decision_for_the_challenger_changes_both_referrals_and_an_appeal_reverses_it() {
        String client = client();
        String first = submit("par_1", client);
        String second = submit("par_2", client);
        JsonNode conflict = conflictOf(second);
        String path = "/api/conflicts/" + conflict.path("id").asString();

        assertThat(fields(service.post(path + "/decide", "{\"rule\":\"MOST_INFLUENCE\",\"reason\":\"x\"}", OPERATOR)))
                .containsExactly("winner");
        String decision =
                "{\"rule\":\"MOST_INFLUENCE\",\"winner\":\"%s\",\"reason\":\"It made the case.\"}".formatted(second);
        Answer decided = service.post(path + "/decide", decision, OPERATOR);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(service.post(path + "/decide", decision, OPERATOR).json()).isEqualTo(decided.json());
        assertThat(status(first)).isEqualTo("DUPLICATE");
        assertThat(status(second)).isEqualTo("UNDER_REVIEW");

        for (String partner : List.of("par_1", "par_2")) {
            assertThat(conflictsOf(partner))
                    .as(partner)
                    .contains(conflict.path("id").asString());
        }
        assertThat(conflictsOf("par_9")).isEmpty();
        Answer asPartner = service.request("GET", path, null, asPartner("par_1"));
        assertThat(asPartner.json().path("challenger").path("referralId").asString())
                .isEqualTo(second);
        assertThat(asPartner.body()).contains("par_1").doesNotContain("par_2");
        String appeal = "{\"reason\":\"We were there first.\"}";
        assertThat(service.post(path + "/appeal", appeal, asPartner("par_9")).status())
                .isEqualTo(404);
        assertThat(service.post(path + "/appeal", appeal, asPartner("par_2")).status())
                .as("the appeal of the one for whom it was decided")
                .isEqualTo(409);
        assertThat(service.post(path + "/appeal", appeal, asPartner("par_1")).status())
                .isEqualTo(200);
        String again = "{\"rule\":\"FIRST_INTRODUCTION\",\"reason\":\"Right.\"}";
        assertThat(service.post(path + "/decide", again, OPERATOR).status())
                .as("the person who decided first")
                .isEqualTo(409);
        assertThat(service.post(path + "/decide", again, asOps("o-2")).status()).isEqualTo(200);
        assertThat(status(first)).isEqualTo("UNDER_REVIEW");
        assertThat(status(second)).isEqualTo("DUPLICATE");
        assertThat(service.post(path + "/appeal", appeal, asPartner("par_2")).status())
                .isEqualTo(409);
        List<PublishedRecord> told = eventsOf(second, 4);
        assertThat(told).filteredOn(event -> event.type().contains("decided")).hasSize(2);
        told.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void a_split_credits_both_with_their_share_of_later_deals() {
        String client = client();
        String first = submit("par_3", client);
        String second = submit("par_4", client);
        String path = "/api/conflicts/" + conflictOf(second).path("id").asString();
        String uneven =
                """
                {"rule":"SPLIT","shares":[{"partnerId":"par_3","share":"0.6"},{"partnerId":"par_4","share":"0.3"}],
                 "reason":"Joint pitch."}""";
        assertThat(fields(service.post(path + "/decide", uneven, OPERATOR))).containsExactly("shares");
        assertThat(service.post(path + "/decide", uneven.replace("0.3", "0.4"), OPERATOR)
                        .status())
                .isEqualTo(200);
        assertThat(status(second)).isEqualTo("UNDER_REVIEW");

        post(first, "accept", "");
        Answer deal = service.post(
                "/api/referrals/" + first + "/deals",
                "{\"amount\":{\"amount\":\"1000\",\"currency\":\"USD\"},\"closedOn\":\"2026-03-01\"}");
        assertThat(deal.status()).as(deal.body()).isEqualTo(201);
        JsonNode credit = service.get("/api/referrals/" + first)
                .json()
                .path("deals")
                .path(0)
                .path("credit");
        assertThat(credit).hasSize(2);
        assertThat(credit.path(0).path("role").asString()).isEqualTo("ORIGINATOR");
        assertThat(credit.path(1).path("share").asString()).isEqualTo("0.4");

        String dealId = deal.json().path("dealId").asString();
        String holder = asPartner("par_3");
        for (String below : List.of("", "/deals", "/deals/" + dealId)) {
            assertThat(service.request("GET", "/api/referrals/" + first + below, null, holder)
                            .body())
                    .as(below)
                    .contains("{\"partnerId\":\"par_3\",\"role\":\"ORIGINATOR\",\"share\":\"0.6\"},{\"share\":\"0.4\"}")
                    .doesNotContain("par_4");
        }
    }

    @Test
    void a_partner_that_introduces_a_client_again_is_referred_to_its_first_referral_until_that_ends() {
        String client = client();
        String first = submit("par_5", client);

        Answer again = service.post("/api/referrals", referral("par_5", client));
        assertThat(again.status()).isEqualTo(422);
        assertThat(fields(again)).containsExactly("client");
        assertThat(again.body()).contains(first, "SUBMITTED");

        post(first, "withdraw", "");
        assertThat(service.post("/api/referrals", referral("par_5", client)).status())
                .isEqualTo(201);
    }

    @Test
    void a_similar_client_is_found_by_its_name_and_the_challenger_continues_when_the_holder_is_declined() {
        String name = "Zephyr Instruments";
        String first = submit("par_6", "\"organisation\":\"%s Sdn Bhd\",\"country\":\"MY\"".formatted(name));
        String second = submit(
                "par_7", "\"organisation\":\"Instruments Zephyr\",\"domain\":\"zephyr.example\",\"country\":\"MY\"");
        assertThat(status(second)).isEqualTo("CONFLICTED");
        assertThat(conflictOf(second).path("matchedFields").toString()).contains("organisation", "country");

        post(first, "decline", "{\"reason\":\"Too small for us\"}");

        assertThat(status(second)).isEqualTo("UNDER_REVIEW");
        assertThat(service.get("/api/conflicts?status=OPEN&limit=200").body()).doesNotContain(second);
    }

    @Test
    void a_protection_is_announced_and_extended_and_expires() {
        String id = submit("par_8", client());
        post(id, "accept", "");
        Instant until = Instant.parse(service.get("/api/referrals/" + id)
                .json()
                .path("protectedUntil")
                .asString());
        assertThat(Duration.between(CLOCK.instant(), until)).isEqualTo(Duration.ofDays(90));

        CLOCK.move(Duration.ofDays(76));
        assertThat(types(id, 3)).contains("referral.protection-expiring.v1");
        Instant later = until.plus(Duration.ofDays(30));
        post(id, "extend-protection", "{\"until\":\"%s\"}".formatted(later));
        CLOCK.moveTo(until.plusSeconds(1));
        String marker = submit("par_9", client());
        assertThat(status(id)).isEqualTo("ACCEPTED");
        CLOCK.moveTo(later.minus(Duration.ofDays(14)));
        assertThat(types(id, 5)).endsWith("referral.protection-expiring.v1");
        CLOCK.moveTo(later);
        await().until(() -> status(id).equals("EXPIRED"));

        assertThat(types(id, 6))
                .containsExactly(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.protection-expiring.v1",
                        "referral.protection-extended.v1",
                        "referral.protection-expiring.v1",
                        "referral.referral-expired.v1");
        eventsOf(id, 6).forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(status(marker)).isEqualTo("SUBMITTED");
    }

    @Test
    void policies_have_versions_with_an_effective_day() {
        String from = CLOCK.instant().plus(Duration.ofDays(3650)).toString().substring(0, 10);
        String policy =
                """
                {"effectiveFrom":"%s","rules":["CLIENT_CHOOSES"],
                 "matching":{"threshold":"0.95","otherCountry":"0.9","otherDomain":"0.9","otherNumbers":"0.8"},
                 "protectionDays":{"STRATEGIC":180,"ACTIVE":90,"REFERRAL_NETWORK":60},"reminderDays":[30,7],
                 "appealDays":7}"""
                        .formatted(from);
        assertThat(fields(service.post(
                        "/api/attribution/policies",
                        policy.replace("0.95", "95").replace("\"appealDays\":7", "\"appealDays\":-1"),
                        ADMIN)))
                .containsExactlyInAnyOrder("matching.threshold", "appealDays");
        assertThat(fields(service.post("/api/attribution/policies", policy.replace(from, "2020-01-01"), ADMIN)))
                .containsExactly("effectiveFrom");

        Answer added = service.post("/api/attribution/policies", policy, ADMIN);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(service.post("/api/attribution/policies", policy, ADMIN)
                        .json()
                        .path("version"))
                .isEqualTo(added.json().path("version"));
        assertThat(service.get("/api/attribution/policies/in-force")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.get("/api/attribution/policies").json().path("items"))
                .hasSize(2);
    }

    private static String client() {
        int number = CLIENTS.incrementAndGet();
        return "\"organisation\":\"Client %d\",\"domain\":\"client-%d.example\"".formatted(number, number);
    }

    private static String referral(String partner, String client) {
        return """
               {"partnerId":"%s","client":{%s,"contactName":"Aisyah Secret","contactPhone":"+60 12 345"},
                "service":"Data platform"}"""
                .formatted(partner, client);
    }

    private static String submit(String partner, String client) {
        CLOCK.move(Duration.ofMillis(1));
        Answer answer = service.post("/api/referrals", referral(partner, client));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static void post(String id, String command, String body) {
        Answer answer = service.post("/api/referrals/" + id + "/" + command, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String status(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }

    private static JsonNode conflictOf(String challenger) {
        return conflictOf(challenger, openConflicts());
    }

    private static JsonNode conflictOf(String challenger, List<JsonNode> open) {
        return open.stream()
                .filter(conflict -> conflict.path("challenger")
                        .path("referralId")
                        .asString()
                        .equals(challenger))
                .findFirst()
                .orElseThrow();
    }

    /** The conflicts as the partner sees them. */
    private static List<String> conflictsOf(String partner) {
        JsonNode its = service.request("GET", "/api/conflicts?limit=200", null, asPartner(partner))
                .json()
                .path("items");
        return StreamSupport.stream(its.spliterator(), false)
                .map(conflict -> conflict.path("id").asString())
                .toList();
    }

    private static List<JsonNode> openConflicts() {
        JsonNode open =
                service.get("/api/conflicts?status=OPEN&limit=200").json().path("items");
        return StreamSupport.stream(open.spliterator(), false).toList();
    }

    private static List<JsonNode> having(List<JsonNode> all, String field, String value) {
        return all.stream()
                .filter(one -> one.path(field).asString().equals(value))
                .toList();
    }

    private static List<String> types(String id, int count) {
        return eventsOf(id, count).stream().map(PublishedRecord::type).toList();
    }

    private static List<PublishedRecord> eventsOf(String id, int count) {
        // The clocks of the referral publish events meanwhile.
        Predicate<PublishedRecord> ofThis =
                event -> event.subject().equals(id) && !event.type().startsWith("referral.sla-");
        return distinct(
                service.awaitRecords(
                        "referral.events",
                        all -> distinct(all.stream().filter(ofThis).toList()).size() >= count),
                ofThis);
    }

    private static List<PublishedRecord> distinct(List<PublishedRecord> all, Predicate<PublishedRecord> kept) {
        return distinct(all.stream().filter(kept).toList());
    }

    /** A write soon after another one may publish the earlier events again. */
    private static List<PublishedRecord> distinct(List<PublishedRecord> all) {
        List<String> seen = new ArrayList<>();
        return all.stream()
                // Another test covers the events of clocks.
                .filter(event -> !event.type().startsWith("referral.sla-"))
                .filter(event -> {
                    boolean first = !seen.contains(event.envelope().id());
                    seen.add(event.envelope().id());
                    return first;
                })
                .toList();
    }

    private static List<String> fields(Answer refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }
}
