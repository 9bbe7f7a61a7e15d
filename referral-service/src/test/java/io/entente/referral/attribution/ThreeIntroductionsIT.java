package io.entente.referral.attribution;

import static io.entente.testkit.security.Callers.asOps;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Three partners introduce one client. A decision about two of them says that the third has yet to be decided about. */
class ThreeIntroductionsIT {

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = AttributingService.start(CLOCK, 3);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_client_is_the_holders_only_after_the_last_decision() {
        String client = "trio-" + CLIENTS.incrementAndGet() + ".example";
        String holder = submit("par_0", client);
        String second = submit("par_1", client);
        String third = submit("par_2", client);

        decide(holder, second, holder);
        decide(holder, third, holder);

        assertThat(decisions(holder, 2)).containsExactly("HOLDS_CLAIM true", "HOLDS_CLAIM false");
        assertThat(decisions(second, 1)).containsExactly("DUPLICATE false");
        assertThat(decisions(third, 1)).containsExactly("DUPLICATE false");
    }

    @Test
    void a_challenger_that_wins_hears_that_the_other_challenger_waits_for_it_now() {
        String client = "trio-" + CLIENTS.incrementAndGet() + ".example";
        String holder = submit("par_0", client);
        String second = submit("par_1", client);
        String third = submit("par_2", client);

        decide(holder, second, second);
        assertThat(decisions(second, 1)).containsExactly("HOLDS_CLAIM true");
        assertThat(status(third)).isEqualTo("CONFLICTED");
        decide(second, third, third);

        assertThat(decisions(third, 1)).containsExactly("HOLDS_CLAIM false");
        assertThat(detections(second, 2))
                .as("the second time, its partner was told by the decision")
                .containsExactly(false, true);
        assertThat(detections(third, 2))
                .as("the second time, it only waits for another one")
                .containsExactly(false, true);
        assertThat(detections(holder, 2)).as("two challengers").containsExactly(false, true);
        assertThat(decisions(second, 2)).containsExactly("HOLDS_CLAIM true", "DUPLICATE false");
        assertThat(decisions(holder, 1)).containsExactly("DUPLICATE false");
    }

    @Test
    void a_winner_whose_client_is_contested_further_is_accepted_without_a_promise_and_closes_no_deal() {
        String client = "trio-" + CLIENTS.incrementAndGet() + ".example";
        String holder = submit("par_0", client);
        String second = submit("par_1", client);
        String third = submit("par_2", client);
        decide(holder, second, second);

        Answer accepted = service.post("/api/referrals/%s/accept".formatted(second), "{}", asOps("o-1"));
        Answer early = close(second);

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(early.json().path("detail").asString()).contains(third);
        PublishedRecord acceptance = service
                .awaitRecords("referral.events", records -> !of("referral.referral-accepted.v1", records, second)
                        .isEmpty())
                .stream()
                .filter(event -> event.subject().equals(second) && event.type().equals("referral.referral-accepted.v1"))
                .findFirst()
                .orElseThrow();
        Contracts.assertMatches(acceptance.type(), acceptance.text());
        assertThat(acceptance.data().path("contested").asBoolean()).isTrue();

        decide(second, third, second);
        Answer late = close(second);
        assertThat(late.status()).as(late.body()).isEqualTo(201);
    }

    private static Answer close(String referral) {
        return service.post(
                "/api/referrals/%s/deals".formatted(referral),
                """
                {"amount":{"amount":"1210.00","currency":"EUR"},"closedOn":"2026-03-02"}""",
                asOps("o-1"));
    }

    private static List<String> decisions(String referral, int count) {
        List<PublishedRecord> all = service.awaitRecords(
                "referral.events", records -> decided(records, referral).size() >= count);
        decided(all, referral).forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        return decided(all, referral).stream()
                .map(event -> event.data().path("outcome").asString() + " "
                        + event.data().path("contestedFurther").asBoolean())
                .toList();
    }

    private static List<Boolean> detections(String referral, int count) {
        String type = "referral.conflict-detected.v1";
        List<PublishedRecord> all = service.awaitRecords(
                "referral.events", records -> of(type, records, referral).size() >= count);
        of(type, all, referral).forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        return of(type, all, referral).stream()
                .map(event -> event.data().path("known").asBoolean())
                .toList();
    }

    private static List<PublishedRecord> decided(List<PublishedRecord> all, String referral) {
        return of("referral.conflict-decided.v1", all, referral);
    }

    private static List<PublishedRecord> of(String type, List<PublishedRecord> all, String referral) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event ->
                        event.subject().equals(referral) && event.type().equals(type))
                .filter(event -> seen.add(event.envelope().id()))
                .toList();
    }

    private static void decide(String one, String other, String winner) {
        JsonNode conflict = service.get("/api/conflicts?status=OPEN&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(open -> open.toString().contains(one) && open.toString().contains(other))
                .findFirst()
                .orElseThrow();
        Answer answer = service.post(
                "/api/conflicts/%s/decide".formatted(conflict.path("id").asString()),
                "{\"rule\":\"CLIENT_CHOOSES\",\"winner\":\"%s\",\"reason\":\"The client chose.\"}".formatted(winner),
                asOps("o-1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String status(String referral) {
        return service.get("/api/referrals/" + referral).json().path("status").asString();
    }

    private static String submit(String partner, String client) {
        Answer answer = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{"organisation":"Client %s","domain":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                        .formatted(partner, client, client));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
