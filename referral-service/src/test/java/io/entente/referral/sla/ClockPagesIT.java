package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reads a list of clocks page by page while the due dates of its clocks move. */
class ClockPagesIT {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = ClockedService.start(ClockedService.servers(), CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_clock_whose_due_date_moves_between_two_pages_comes_exactly_once() {
        List<String> ids = List.of(submitted(), submitted(), submitted(), submitted());
        ids.forEach(id -> post(id, "request-information", "{\"questions\":[\"Who owns the budget?\"]}"));

        JsonNode ascending = page("asc", "");
        assertThat(referrals(ascending)).containsExactly(ids.get(0), ids.get(1));
        answer(ids.get(0));
        answer(ids.get(2));
        JsonNode next = page("asc", ascending.path("next").asString());

        assertThat(referrals(next)).containsExactly(ids.get(2), ids.get(3));
        assertThat(next.has("next")).isFalse();

        // Now the two that were answered are due last.
        JsonNode descending = page("desc", "");
        assertThat(referrals(descending)).containsExactly(ids.get(2), ids.get(0));
        answer(ids.get(3));
        assertThat(referrals(page("desc", descending.path("next").asString()))).containsExactly(ids.get(3), ids.get(1));
        assertThat(referrals(page("desc", "")).get(0)).isEqualTo(ids.get(3));
    }

    private static String submitted() {
        CLOCK.move(Duration.ofMinutes(1));
        return ClockedService.submit(service, Tier.REFERRAL_NETWORK, "INBOUND");
    }

    /** The clock runs again and is due later by the time that the partner took. */
    private static void answer(String id) {
        CLOCK.move(Duration.ofHours(1));
        post(id, "provide-information", "{\"answers\":[\"She does\"]}");
    }

    private static void post(String id, String command, String body) {
        Answer answer = service.post("/api/referrals/" + id + "/" + command, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode page(String order, String cursor) {
        String path = "/api/sla/clocks?kind=RESPONSE&limit=2&order=" + order;
        Answer answer = service.get(cursor.isEmpty() ? path : path + "&cursor=" + cursor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> referrals(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(clock -> clock.path("referralId").asString())
                .toList();
    }
}
