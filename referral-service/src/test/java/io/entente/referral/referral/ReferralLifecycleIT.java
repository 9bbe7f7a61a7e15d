package io.entente.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.platform.domain.Actor;
import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.referral.ReferralCommandHandler.Answer.Done;
import io.entente.referral.referral.ReferralCommandHandler.Answer.Refused;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A referral's whole life over HTTP, as the firm and as partners see it, and the events that tell of it. */
class ReferralLifecycleIT {

    private static final String AS_PARTNER = "Entente-Actor: partner:par_a";
    private static final String AS_FIRM = "Entente-Actor: user:u-17";
    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01","revenueShare":"0.40"}""";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.profile-patience=1s");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String id : new String[] {"par_a", "par_b"}) {
            partners.keep(new KnownPartner(id, "Partner " + id, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_referral_goes_through_every_stage_and_tells_of_each() {
        String id = submitted("INBOUND", "\"consent\":{\"feeDisclosed\":true,\"clientAgrees\":false},");
        expect("UNDER_REVIEW", post(id, "review", "", AS_FIRM));
        expect(
                "ACTION_REQUIRED",
                post(id, "request-information", "{\"questions\":[\"Who owns the budget?\"]}", AS_FIRM));
        expect("UNDER_REVIEW", post(id, "provide-information", "{\"answers\":[\"Aisyah Secret\"]}", AS_PARTNER));
        expect("ACCEPTED", post(id, "accept", "", AS_FIRM));
        expect("CONTACTED", post(id, "contact", "{\"contactedOn\":\"2026-03-02\"}", AS_FIRM));
        expect("MEETING_HELD", post(id, "meeting", "{\"heldOn\":\"2026-03-03\"}", AS_FIRM));
        expect(
                "PROPOSAL_SENT",
                post(
                        id,
                        "proposal",
                        "{\"sentOn\":\"2026-03-04\",\"amount\":{\"amount\":\"1054\",\"currency\":\"USD\"}}",
                        AS_FIRM));
        String wish = "{\"until\":\"%s\",\"reason\":\"Aisyah Secret decides in July\"}";
        assertThat(fields(post(id, "request-extension", wish.formatted(inDays(1)), AS_PARTNER)))
                .containsExactly("until");
        expect("PROPOSAL_SENT", post(id, "request-extension", wish.formatted(inDays(120)), AS_PARTNER));
        assertThat(service.get("/api/referrals/" + id)
                        .json()
                        .path("extensionAsked")
                        .path("reason")
                        .asString())
                .isEqualTo("Aisyah Secret decides in July");
        expect("PROPOSAL_SENT", post(id, "refuse-extension", "{\"reason\":\"Until June at most\"}", AS_FIRM));
        expect("PROPOSAL_SENT", post(id, "extend-protection", "{\"until\":\"" + inDays(120) + "\"}", AS_FIRM));
        expect("PROPOSAL_SENT", post(id, "consent", "{\"feeDisclosed\":true,\"clientAgrees\":true}", AS_FIRM));
        assertThat(post(id, "deals", DEAL.formatted("deal-" + id), AS_FIRM).status())
                .isEqualTo(201);
        expect("WON", post(id, "satisfaction", "{\"rating\":10,\"comment\":\"Ask Aisyah Secret\"}", AS_FIRM));
        String reversal = "{\"dealId\":\"deal-%s\",\"reasonCode\":\"REFUNDED\"}".formatted(id);
        expect("WON", post(id, "reverse-deal", reversal, AS_FIRM));
        expect("WON", post(id, "reverse-deal", reversal, AS_FIRM));

        List<PublishedRecord> events = eventsOf(id, 13);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "referral.referral-submitted.v1",
                        "referral.review-started.v1",
                        "referral.information-requested.v1",
                        "referral.information-provided.v1",
                        "referral.referral-accepted.v1",
                        "referral.client-contacted.v1",
                        "referral.meeting-held.v1",
                        "referral.proposal-sent.v1",
                        "referral.extension-requested.v1",
                        "referral.extension-refused.v1",
                        "referral.protection-extended.v1",
                        "referral.consent-recorded.v1",
                        "referral.satisfaction-rated.v1");
        List<PublishedRecord> ofDeal = eventsOf("deal-" + id, 2);
        assertThat(ofDeal)
                .extracting(PublishedRecord::type)
                .containsExactly("referral.deal-closed.v1", "referral.deal-reversed.v1");
        assertThat(ofDeal).extracting(PublishedRecord::sequence).containsExactly(1L, 2L);
        ofDeal.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events).noneMatch(event -> event.text().contains("Aisyah"));
        assertThat(events.get(3).data().path("actor").asString()).isEqualTo("partner:par_a");
        JsonNode deal = ofDeal.get(0).data();
        assertThat(deal.path("revenueShare").asString()).isEqualTo("0.40");
        assertThat(deal.path("consent").path("clientAgrees").asBoolean()).isTrue();
        assertThat(deal.path("direction").asString()).isEqualTo("INBOUND");
        assertThat(deal.path("client").path("country").asString()).isEqualTo("MY");
        assertThat(ofDeal.get(1).data().path("reason").asString()).isEqualTo("The client was refunded");
        JsonNode now = service.get("/api/referrals/" + id).json();
        assertThat(now.path("deals").get(0).path("reversal").path("reason").asString())
                .isEqualTo("The client was refunded");
        assertThat(now.path("inquiries").get(0).path("answers").get(0).asString())
                .isEqualTo("Aisyah Secret");
    }

    @Test
    void the_timeline_tells_what_happened_and_what_comes_next() {
        String id = submitted("INBOUND", "");
        post(id, "notes", "{\"text\":\"Their board meets on Friday\"}", AS_FIRM);
        post(id, "notes", "{\"text\":\"Call after lunch\",\"visibility\":\"SHARED\"}", AS_FIRM);
        post(id, "accept", "", AS_FIRM);

        JsonNode whole = service.get("/api/referrals/" + id + "/timeline").json();
        assertThat(texts(whole.path("items"), "what"))
                .containsExactly("referral-submitted", "note-added", "note-shared", "referral-accepted");
        assertThat(texts(whole.path("items"), "actor"))
                .containsExactly("system", "user:u-17", "user:u-17", "user:u-17");
        assertThat(texts(whole.path("upcoming"), "what")).contains("contact", "protection-ends");
        assertThat(whole.path("upcoming").get(0).path("dueAt").asString()).isNotBlank();
        assertThat(whole.path("items")
                        .get(3)
                        .path("details")
                        .path("protectedUntil")
                        .asString())
                .isEqualTo(service.get("/api/referrals/" + id)
                        .json()
                        .path("protectedUntil")
                        .asString());

        JsonNode partners =
                as(AS_PARTNER, "/api/referrals/" + id + "/timeline?limit=2").json();
        assertThat(texts(partners.path("items"), "what")).containsExactly("referral-submitted", "note-shared");
        assertThat(partners.path("items").get(1).path("note").asString()).isEqualTo("Call after lunch");
        JsonNode rest = as(
                        AS_PARTNER,
                        "/api/referrals/%s/timeline?limit=2&cursor=%s"
                                .formatted(id, partners.path("next").asString()))
                .json();
        assertThat(texts(rest.path("items"), "what")).containsExactly("referral-accepted");
    }

    @Test
    void a_partner_sees_its_own_referrals_and_no_internal_note() {
        String id = submitted("INBOUND", "");
        String notes = "/api/referrals/" + id + "/notes";
        Answer noted = post(id, "notes", "{\"text\":\"Slow payer\"}", AS_FIRM, "Idempotency-Key: n1");
        assertThat(noted.status()).isEqualTo(201);
        assertThat(post(id, "notes", "{\"text\":\"Slow payer\"}", AS_FIRM, "Idempotency-Key: n1")
                        .header("Idempotency-Replayed"))
                .contains("true");
        assertThat(post(id, "notes", "{\"text\":\"Quick payer\"}", AS_FIRM, "Idempotency-Key: n1")
                        .status())
                .isEqualTo(422);
        assertThat(post(id, "notes", "{\"text\":\"x\",\"visibility\":\"INTERNAL\"}", AS_PARTNER)
                        .status())
                .isEqualTo(422);
        assertThat(post(id, "notes", "{\"text\":\"She prefers e-mail\"}", AS_PARTNER)
                        .json()
                        .path("visibility")
                        .asString())
                .isEqualTo("SHARED");

        assertThat(texts(service.get(notes).json().path("items"), "text"))
                .containsExactly("Slow payer", "She prefers e-mail");
        assertThat(texts(as(AS_PARTNER, notes).json().path("items"), "text")).containsExactly("She prefers e-mail");
        JsonNode first = service.get(notes + "?limit=1").json();
        assertThat(texts(
                        service.get(notes + "?limit=1&cursor="
                                        + first.path("next").asString())
                                .json()
                                .path("items"),
                        "text"))
                .containsExactly("She prefers e-mail");
        String other = "Entente-Actor: partner:par_b";
        for (String path : new String[] {"", "/timeline", "/notes"}) {
            assertThat(as(other, "/api/referrals/" + id + path).status()).isEqualTo(404);
        }
        assertThat(post(id, "withdraw", "", other).status()).isEqualTo(404);
        assertThat(post(id, "deals", DEAL.formatted("foreign-" + id), other).status())
                .isEqualTo(404);
        assertThat(texts(as(other, "/api/referrals?partnerId=par_a").json().path("items"), "partnerId"))
                .doesNotContain("par_a");
    }

    @Test
    void a_wrong_transition_names_the_ones_that_are_possible() {
        String id = submitted("INBOUND", "");

        Answer refused = post(id, "lose", "{\"reasonCode\":\"BUDGET\"}", AS_FIRM);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("The referral is SUBMITTED, which doesn't allow lose; it takes: review, request-information,"
                        + " accept, decline, withdraw, consent, notes.");
        assertThat(StreamSupport.stream(
                                as(AS_PARTNER, "/api/referrals/" + id)
                                        .json()
                                        .path("possible")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asString))
                .containsExactly("withdraw", "consent", "notes");
        assertThat(post(id, "accept", "", AS_PARTNER).status()).isEqualTo(409);
    }

    @Test
    void the_firm_refers_a_client_to_a_partner_which_answers_and_wins() {
        String id = submitted("OUTBOUND", "");
        assertThat(post(id, "withdraw", "", AS_PARTNER).status()).isEqualTo(409);
        expect("ACCEPTED", post(id, "accept", "", AS_PARTNER));
        expect("CONTACTED", post(id, "contact", "", AS_PARTNER));
        expect("MEETING_HELD", post(id, "meeting", "{\"heldOn\":\"2026-03-03\"}", AS_PARTNER));
        assertThat(post(id, "deals", DEAL.formatted("deal-" + id), AS_PARTNER).status())
                .isEqualTo(201);

        assertThat(eventsOf(id, 4))
                .allMatch(event -> event.data().path("direction").asString().equals("OUTBOUND"));
        PublishedRecord closed = eventsOf("deal-" + id, 1).get(0);
        assertThat(closed.data().path("direction").asString()).isEqualTo("OUTBOUND");
        assertThat(closed.data().path("actor").asString()).isEqualTo("partner:par_a");
        assertThat(fields(service.post("/api/referrals", referral("OUTBOUND", ""), AS_PARTNER)))
                .containsExactly("direction");
        assertThat(fields(service.post("/api/referrals", referral("INBOUND", ""), "Entente-Actor: partner:par_b")))
                .containsExactly("partnerId");
    }

    @Test
    void reasons_come_from_the_program_s_list_and_reach_the_partner() {
        String id = submitted("INBOUND", "");
        post(id, "accept", "", AS_FIRM);
        assertThat(fields(post(id, "lose", "{}", AS_FIRM))).containsExactly("reason");
        Answer unknown = post(id, "lose", "{\"reasonCode\":\"BAD_WEATHER\"}", AS_FIRM);
        assertThat(fields(unknown)).containsExactly("reasonCode");
        assertThat(unknown.body()).contains("TIMING, BUDGET");

        expect("LOST", post(id, "lose", "{\"reasonCode\":\"BUDGET\",\"reason\":\"Frozen until June\"}", AS_FIRM));
        expect("LOST", post(id, "lose", "{\"reasonCode\":\"BUDGET\",\"reason\":\"Frozen until June\"}", AS_FIRM));
        assertThat(post(id, "lose", "{\"reasonCode\":\"TIMING\"}", AS_FIRM).status())
                .isEqualTo(409);
        expect("REOPENED", post(id, "reopen", "{\"reasonCode\":\"CLIENT_CAME_BACK\"}", AS_FIRM));
        expect("UNDER_REVIEW", post(id, "review", "", AS_FIRM));

        List<PublishedRecord> events = eventsOf(id, 5);
        assertThat(events.get(2).data().path("reasonCode").asString()).isEqualTo("BUDGET");
        assertThat(events.get(2).data().path("reason").asString()).isEqualTo("Frozen until June");
        assertThat(events.get(3).data().path("reason").asString()).isEqualTo("The client came back");
    }

    @Test
    void the_list_of_reasons_is_revised_version_by_version() {
        JsonNode first = service.get("/api/referral-reasons").json();
        String same = "{\"reasons\":" + first.path("reasons") + "}";
        assertThat(service.post("/api/referral-reasons", same)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(first.path("version").asInt());
        String more = same.replaceFirst(
                "\\[",
                "[{\"code\":\"MERGED\",\"labels\":{\"en\":\"It merged\",\"de\":\"Fusioniert\"},\"uses\":[\"LOSE\"]},");

        assertThat(service.post("/api/referral-reasons", more, "If-Match: \"77\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.post("/api/referral-reasons", more, AS_PARTNER).status())
                .isEqualTo(409);
        Answer revised = service.post("/api/referral-reasons", more, AS_FIRM);

        assertThat(revised.json().path("version").asInt())
                .isEqualTo(first.path("version").asInt() + 1);
        assertThat(revised.json().path("actor").asString()).isEqualTo("user:u-17");
        assertThat(service.get("/api/referral-reasons?version="
                                + first.path("version").asInt())
                        .json()
                        .path("reasons"))
                .isEqualTo(first.path("reasons"));
        assertThat(service.get("/api/referral-reasons?version=99").status()).isEqualTo(404);
        assertThat(fields(service.post(
                        "/api/referral-reasons",
                        "{\"reasons\":[{\"code\":\"bad\",\"labels\":{\"fr\":\"x\"},\"uses\":[]}]}")))
                .contains("reasons[0].code", "reasons[0].uses");
        assertThat(fields(service.post(
                        "/api/referral-reasons",
                        "{\"reasons\":[{\"code\":\"A\",\"labels\":{\"en\":\"x\"},\"uses\":[\"LOSE\"]}]}")))
                .contains("reasons");
    }

    @Test
    void a_submission_without_required_answers_is_refused_naming_each() {
        String question = "{\"id\":\"%s\",\"texts\":{\"en\":\"%s\"},\"kind\":\"%s\",\"required\":true}";
        String checklist = "{\"questions\":[%s,%s]}"
                .formatted(
                        question.formatted("budget-owner", "Who owns the budget?", "TEXT"),
                        question.formatted("knows-us", "Does it know us?", "YES_NO"));
        String answered = referral("INBOUND", "\"answers\":{\"budget-owner\":\"Finance\",\"knows-us\":\"yes\"},");
        String unasked = referral("INBOUND", "");
        Answer before = service.post("/api/referrals", unasked, "Idempotency-Key: unasked");
        assertThat(service.post("/api/qualification-checklist", checklist).status())
                .isEqualTo(200);
        try {
            await().untilAsserted(() -> assertThat(fields(service.post("/api/referrals", referral("INBOUND", ""))))
                    .containsExactly("answers.budget-owner", "answers.knows-us"));
            JsonNode taken = service.post("/api/referrals", answered).json();
            assertThat(taken.path("answers").path("knows-us").asString()).isEqualTo("yes");
            assertThat(service.get("/api/referrals/" + taken.path("id").asString())
                            .json()
                            .path("answers"))
                    .isEqualTo(taken.path("answers"));
            assertThat(service.post("/api/referrals", referral("OUTBOUND", "")).status())
                    .isEqualTo(201);
            assertThat(service.post("/api/referrals", unasked, "Idempotency-Key: unasked")
                            .json())
                    .isEqualTo(before.json());
        } finally {
            service.post("/api/qualification-checklist", "{\"questions\":[]}");
            await().until(() ->
                    service.post("/api/referrals", referral("INBOUND", "")).status() == 201);
        }
    }

    @Test
    void every_bad_field_of_a_command_is_named() {
        String id = submitted("INBOUND", "");
        assertThat(fields(post(
                        id,
                        "request-information",
                        "{\"questions\":[\" \"],\"answerDueAt\":\"soon\",\"x\":1}",
                        AS_FIRM)))
                .containsExactlyInAnyOrder("questions[0]", "answerDueAt", "x");
        assertThat(fields(post(id, "consent", "{\"feeDisclosed\":\"perhaps\"}", AS_FIRM)))
                .containsExactlyInAnyOrder("feeDisclosed", "clientAgrees");
        post(id, "request-information", "{\"questions\":[\"One?\",\"Two?\"]}", AS_FIRM);
        assertThat(fields(post(id, "provide-information", "{\"answers\":[\"One\"]}", AS_PARTNER)))
                .containsExactly("answers");
        post(id, "provide-information", "{\"answers\":[\"One\",\"Two\"]}", AS_PARTNER);
        post(id, "accept", "", AS_FIRM);
        assertThat(fields(post(id, "meeting", "{\"heldOn\":\"2999-01-01\"}", AS_FIRM)))
                .containsExactly("heldOn");
        assertThat(fields(post(id, "proposal", "{\"sentOn\":\"2999-01-01\"}", AS_FIRM)))
                .containsExactly("sentOn");
        assertThat(fields(post(id, "extend-protection", "{\"until\":\"" + inDays(500) + "\"}", AS_FIRM)))
                .containsExactly("until");
        post(id, "deals", DEAL.formatted("deal-" + id), AS_FIRM);
        assertThat(fields(post(id, "reverse-deal", "{\"dealId\":\"nope\",\"reason\":\"x\"}", AS_FIRM)))
                .containsExactly("dealId");
        assertThat(fields(post(id, "satisfaction", "{\"rating\":11}", AS_FIRM))).containsExactly("rating");
        assertThat(fields(post(id, "deals", DEAL.formatted("d2").replace("0.40", "40"), AS_FIRM)))
                .containsExactly("revenueShare");
    }

    @Test
    void protection_that_has_run_out_ends_the_referral_once() {
        ReferralId id = new ReferralId(submitted("INBOUND", ""));
        post(id.value(), "accept", "", AS_FIRM);
        ReferralCommandHandler commands = service.context().getBean(ReferralCommandHandler.class);

        assertThat(commands.handle(id, new ExpireReferral(Instant.now()), Actor.SYSTEM, anyVersion -> {}))
                .containsInstanceOf(Refused.class);

        Occurrence later = new Occurrence(Instant.now().plus(Duration.ofDays(91)), "system", Origin.LIVE);
        ExpireReferral command = new ExpireReferral(later.at());
        assertThat(commands.handle(id, command, later, anyVersion -> {}))
                .map(Done.class::cast)
                .map(Done::again)
                .contains(false);
        assertThat(commands.handle(id, command, later, anyVersion -> {}))
                .map(Done.class::cast)
                .map(Done::again)
                .contains(true);
        assertThat(eventsOf(id.value(), 3)).extracting(PublishedRecord::type).endsWith("referral.referral-expired.v1");
    }

    @Test
    void many_that_change_one_referral_at_once_lose_nothing() throws Exception {
        String id = submitted("INBOUND", "");
        post(id, "accept", "", AS_FIRM);
        List<Callable<Answer>> commands = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String n = Integer.toString(i);
            commands.add(() -> untilTaken(id, "notes", "{\"text\":\"Note " + n + "\"}", "Idempotency-Key: k" + n));
            commands.add(() -> untilTaken(id, "deals", DEAL.formatted("deal-" + n + "-" + id), AS_FIRM));
        }
        ExecutorService callers = Executors.newFixedThreadPool(8);
        for (Future<Answer> answer : callers.invokeAll(commands)) {
            assertThat(answer.get().status()).isEqualTo(201);
        }
        callers.shutdown();

        JsonNode now = service.get("/api/referrals/" + id).json();
        // Submitted, accepted and WON; the notes are kept with the referral, the deals aren't.
        assertThat(now.path("version").asInt()).isEqualTo(3 + 12);
        assertThat(new HashSet<>(texts(now.path("deals"), "dealId"))).hasSize(12);
        assertThat(texts(service.get("/api/referrals/" + id + "/notes").json().path("items"), "text"))
                .hasSize(12)
                .doesNotHaveDuplicates();
        List<PublishedRecord> events = eventsOf(id, 2);
        assertThat(events).extracting(PublishedRecord::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void of_two_decisions_at_once_one_holds_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            String id = submitted("INBOUND", "");
            Callable<Answer> accept = () -> post(id, "accept", "", AS_FIRM);
            Callable<Answer> decline = () -> post(id, "decline", "{\"reasonCode\":\"NO_FIT\"}", AS_FIRM);
            ExecutorService callers = Executors.newFixedThreadPool(4);
            List<Future<Answer>> answers = callers.invokeAll(List.of(accept, decline, accept, decline));
            callers.shutdown();

            String status =
                    service.get("/api/referrals/" + id).json().path("status").asString();
            boolean accepted = status.equals("ACCEPTED");
            assertThat(status).isIn("ACCEPTED", "DECLINED");
            for (int i = 0; i < 4; i++) {
                assertThat(answers.get(i).get().status()).isEqualTo(accepted == (i % 2 == 0) ? 200 : 409);
            }
            assertThat(eventsOf(id, 2)).hasSize(2);
        }
    }

    /** Who loses ten races in a row is told so, and may try again: its key makes that one request. */
    private static Answer untilTaken(String id, String command, String body, String... headers) {
        return await().until(() -> post(id, command, body, headers), answer -> answer.status() != 409);
    }

    private static void expect(String status, Answer answer) {
        assertThat(answer.json().path("status").asString()).as(answer.body()).isEqualTo(status);
    }

    private static Answer post(String id, String command, String body, String... headers) {
        return service.post("/api/referrals/" + id + "/" + command, body, headers);
    }

    private static Answer as(String actor, String path) {
        return service.request("GET", path, null, actor);
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String submitted(String direction, String more) {
        Answer answer = service.post("/api/referrals", referral(direction, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Each of another client, as they mostly are. */
    private static String referral(String direction, String more) {
        int client = CLIENTS.incrementAndGet();
        return """
               {"partnerId":"par_a","direction":"%s",%s"client":{"organisation":"Client %d","domain":"client-%d.example",
                "country":"MY","contactName":"Aisyah Secret","contactPhone":"+60 12 345"},"service":"Data platform"}"""
                .formatted(direction, more, client, client);
    }

    private static List<PublishedRecord> eventsOf(String id, int count) {
        return distinctOf(
                id,
                service.awaitRecords(
                        "referral.events", all -> distinctOf(id, all).size() >= count));
    }

    private static List<PublishedRecord> distinctOf(String id, List<PublishedRecord> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event -> event.subject().equals(id)
                        && !event.type().startsWith("referral.sla-")
                        && seen.add(event.envelope().id()))
                .toList();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }

    private static List<String> fields(Answer refused) {
        return texts(refused.json().path("errors"), "field");
    }
}
