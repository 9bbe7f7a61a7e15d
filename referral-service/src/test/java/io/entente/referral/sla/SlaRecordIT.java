package io.entente.referral.sla;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the firm kept its promises to one partner: within 24 hours in 2 of 5 cases. */
class SlaRecordIT {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final MovableClock CLOCK = new MovableClock(START);
    private static final String PARTNER = ClockedService.partner(Tier.ACTIVE);
    private static final String AS_PARTNER = asPartner(PARTNER);

    private static RunningService service;
    private static String withdrawn;
    private static String late;
    private static String open;

    @BeforeAll
    static void start() {
        service = ClockedService.start(ClockedService.servers(), CLOCK, "--entente.referral.sla.sweep-interval=100ms");
        String quick = submit(Tier.ACTIVE, "INBOUND");
        withdrawn = submit(Tier.ACTIVE, "INBOUND");
        late = submit(Tier.ACTIVE, "INBOUND");
        submit(Tier.ACTIVE, "OUTBOUND");
        String ofAnother = submit(Tier.STRATEGIC, "INBOUND");
        after(6, () -> post(quick, "accept", ""));
        after(30, () -> post(withdrawn, "withdraw", "{}"));
        List<String> declined = new ArrayList<>();
        after(40, () -> {
            post(late, "accept", "");
            declined.add(submit(Tier.ACTIVE, "INBOUND"));
        });
        after(50, () -> {
            post(declined.get(0), "decline", "{\"reason\":\"No capacity\"}");
            open = submit(Tier.ACTIVE, "INBOUND");
        });
        CLOCK.moveTo(hours(80));
        await().until(() -> isBreached(open) && isBreached(ofAnother));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_record_counts_what_was_met_and_what_was_breached() {
        JsonNode record = record("?partnerId=" + PARTNER);

        assertThat(record.path("from").asString())
                .isEqualTo(hours(80).minus(Duration.ofDays(90)).toString());
        assertThat(record.path("to").asString()).isEqualTo(hours(80).toString());
        assertThat(record.path("met").asInt()).isEqualTo(2);
        assertThat(record.path("breached").asInt()).isEqualTo(3);
        assertThat(record.path("metRate").asDouble()).isEqualTo(0.4);
        assertThat(record.path("kinds").toString())
                .isEqualTo("{\"RESPONSE\":{\"met\":2,\"breached\":3,\"metRate\":0.4},"
                        + "\"FIRST_MEETING\":{\"met\":0,\"breached\":0},\"NEXT_UPDATE\":{\"met\":0,\"breached\":0}}");
    }

    @Test
    void the_median_is_the_elapsed_time_of_answers_in_time_and_late_without_withdrawn_referrals() {
        JsonNode record = record("?partnerId=" + PARTNER);

        // 6, 10 and 40 hours. The withdrawn referral got no answer.
        assertThat(record.path("answered").asInt()).isEqualTo(3);
        assertThat(record.path("medianAnswer").asString()).isEqualTo("PT10H");
    }

    @Test
    void the_breaches_are_listed_latest_first() {
        JsonNode breaches = record("?partnerId=" + PARTNER).path("breaches");

        assertThat(breaches).hasSize(3);
        assertThat(breaches.get(0).path("referralId").asString()).isEqualTo(open);
        assertThat(breaches.get(0).path("dueAt").asString()).isEqualTo(hours(74).toString());
        assertThat(breaches.get(0).has("endedAt")).isFalse();
        assertThat(breaches.get(0).path("client").asString()).startsWith("Client ");
        assertThat(List.of(breaches.get(1), breaches.get(2)))
                .allSatisfy(breach -> assertThat(breach.path("dueAt").asString())
                        .isEqualTo(hours(24).toString()))
                .extracting(breach -> breach.path("endedAt").asString())
                .containsExactlyInAnyOrder(hours(30).toString(), hours(40).toString());
    }

    @Test
    void a_breach_counts_in_the_period_of_its_due_date_and_an_answer_in_that_of_its_end() {
        JsonNode after = record(period(hours(24).plusMillis(1), hours(60)));
        assertThat(after.path("met").asInt()).isEqualTo(1);
        assertThat(after.path("breached").asInt()).isZero();
        assertThat(after.path("answered").asInt()).isEqualTo(2);
        assertThat(after.path("medianAnswer").asString()).isEqualTo("PT10H");

        JsonNode from = record(period(hours(24), hours(25)));
        assertThat(from.path("breached").asInt()).isEqualTo(2);
        assertThat(from.path("metRate").asDouble()).isZero();
        assertThat(from.has("medianAnswer")).isFalse();

        JsonNode before = record(period(hours(0), hours(24)));
        assertThat(before.path("breached").asInt()).isZero();
        assertThat(before.path("metRate").asDouble()).isEqualTo(1);
        assertThat(before.path("medianAnswer").asString()).isEqualTo("PT6H");

        JsonNode empty = record(period(hours(0), hours(1)));
        assertThat(empty.has("metRate")).isFalse();
    }

    @Test
    void a_partner_sees_its_own_record_only() {
        assertThat(record("", AS_PARTNER)).isEqualTo(record("?partnerId=" + PARTNER, AS_PARTNER));
        assertThat(record("", AS_PARTNER).path("breached").asInt()).isEqualTo(3);

        for (String other : new String[] {ClockedService.partner(Tier.STRATEGIC), "par_nobody"}) {
            assertThat(service.request("GET", "/api/sla/record?partnerId=" + other, null, AS_PARTNER)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(record("?partnerId=" + ClockedService.partner(Tier.STRATEGIC))
                        .path("breached")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_record_needs_a_known_partner_and_a_period() {
        Answer nobody = service.get("/api/sla/record");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.json().path("errors").get(0).path("field").asString()).isEqualTo("partnerId");
        assertThat(service.get("/api/sla/record?partnerId=par_nobody").status()).isEqualTo(404);

        Answer backwards = service.get("/api/sla/record" + period(hours(2), hours(1)));
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.json().path("errors").get(0).path("field").asString())
                .isEqualTo("from");
        assertThat(service.get("/api/sla/record" + period(hours(0).minus(Duration.ofDays(400)), hours(1)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_record_costs_nothing_for_earlier_years() {
        insertEarlierReferrals(500);
        long before = examined();

        JsonNode record = record("?partnerId=" + PARTNER);

        assertThat(record.path("met").asInt()).isEqualTo(2);
        assertThat(examined() - before).isLessThan(100);
        assertThat(record(period(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-12-31T00:00:00Z")))
                        .path("met")
                        .asInt())
                .isEqualTo(500);
    }

    /** Copies of an answered referral whose promises are two years old. */
    private static void insertEarlierReferrals(int count) {
        Document template = service.mongo().findById(late, Document.class, "referrals");
        Date then = Date.from(Instant.parse("2024-03-01T09:00:00Z"));
        List<Document> earlier = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Document clock = new Document(
                            template.getList("clocks", Document.class).get(0))
                    .append("state", "MET")
                    .append("startedAt", then)
                    .append("dueAt", then)
                    .append("endedAt", then);
            Document copy =
                    new Document(template).append("_id", "ref_earlier" + i).append("clocks", List.of(clock));
            copy.remove("openClocks");
            copy.remove("nextClockAt");
            copy.remove("outbox");
            earlier.add(copy);
        }
        service.mongo().insert(earlier, "referrals");
    }

    private static long examined() {
        return service.mongo()
                .executeCommand(new Document("serverStatus", 1))
                .getEmbedded(List.of("metrics", "queryExecutor", "scannedObjects"), Number.class)
                .longValue();
    }

    private static String period(Instant from, Instant to) {
        return "?partnerId=%s&from=%s&to=%s".formatted(PARTNER, from, to);
    }

    private static JsonNode record(String query, String... headers) {
        Answer answer = service.request("GET", "/api/sla/record" + query, null, headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static boolean isBreached(String referral) {
        return service.get("/api/sla/clocks?state=BREACHED&kind=RESPONSE&limit=200")
                .body()
                .contains(referral);
    }

    private static String submit(Tier tier, String direction) {
        return ClockedService.submit(service, tier, direction);
    }

    private static void after(int hours, Runnable action) {
        CLOCK.moveTo(hours(hours));
        action.run();
    }

    private static Instant hours(int after) {
        return START.plus(Duration.ofHours(after));
    }

    private static void post(String id, String command, String body) {
        Answer answer = service.post("/api/referrals/" + id + "/" + command, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
