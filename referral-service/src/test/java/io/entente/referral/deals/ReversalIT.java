package io.entente.referral.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** A referral follows the reversal of its last deal, and deals that closed before their referral was submitted are listed. */
class ReversalIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static final Duration AFTER_GRACE = WinReferrals.GRACE.plusSeconds(1);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> CLOCK)),
                "--entente.referral.deals.sweep-interval=100ms",
                "--entente.referral.attribution.sweep-interval=100ms");
        service.context()
                .getBean(KnownPartners.class)
                .keep(new KnownPartner("par_a", "Partner A", "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_referral_goes_back_to_the_state_before_when_its_last_deal_is_reversed() {
        String id = contacted();
        String first = close(id, "2026-03-02");
        String second = close(id, "2026-03-02");

        assertThat(reverse(id, first).path("status").asString()).isEqualTo("WON");
        JsonNode reversed = reverse(id, second);

        assertThat(reversed.path("status").asString()).isEqualTo("CONTACTED");
        assertThat(reversed.path("deals").size()).isEqualTo(2);
        assertThat(reverse(id, second).path("status").asString())
                .as("a repeated request")
                .isEqualTo("CONTACTED");
        assertThat(timeline(id).stream().filter(entry -> entry.equals("deal-reversed " + second)))
                .hasSize(1);
        assertThat(timeline(id))
                .filteredOn(entry -> entry.startsWith("referral-resumed"))
                .hasSize(1);
        close(id, "2026-03-02");
        assertThat(status(id)).isEqualTo("WON");
    }

    @Test
    void consumers_hear_once_that_a_referral_is_no_longer_won() {
        String id = contacted();
        String deal = close(id, "2026-03-02");
        reverse(id, deal);
        reverse(id, deal);
        done(service.post("/api/referrals/%s/meeting".formatted(id), "{\"heldOn\":\"2026-03-03\"}"));

        List<PublishedRecord> events = service
                .awaitRecords("referral.events", all -> all.stream()
                        .anyMatch(event ->
                                event.subject().equals(id) && event.type().equals("referral.meeting-held.v1")))
                .stream()
                .filter(event -> event.subject().equals(id))
                .toList();

        List<PublishedRecord> resumed = events.stream()
                .filter(event -> event.type().equals("referral.referral-resumed.v1"))
                .toList();
        assertThat(resumed).hasSize(1);
        Contracts.assertMatches(resumed.get(0).type(), resumed.get(0).text());
        JsonNode data = resumed.get(0).data();
        assertThat(data.path("status").asString()).isEqualTo("CONTACTED");
        assertThat(data.path("dealId").asString()).isEqualTo(deal);
        assertThat(data.path("protectedUntil").isMissingNode()).isFalse();
        assertThat(data.path("nextUpdateDueAt").isMissingNode()).isFalse();
    }

    @Test
    void a_referral_follows_a_reversal_after_which_the_service_was_killed() {
        String id = contacted();
        String deal = close(id, "2026-03-02");
        reverse(id, deal);
        // As if the service had been killed between the write of the deal and that of the referral.
        service.mongo()
                .updateFirst(
                        new Query(Criteria.where("_id").is(id)),
                        new Update().set("status", "WON").inc("version", 1),
                        "referrals");
        assertThat(status(id)).isEqualTo("WON");

        CLOCK.move(AFTER_GRACE);

        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("CONTACTED"));
    }

    @Test
    void a_referral_whose_protection_ended_while_it_was_won_expires_when_its_last_deal_is_reversed() {
        String id = contacted();
        String deal = close(id, "2026-03-02");
        CLOCK.move(Duration.ofDays(200));
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo("WON"));

        reverse(id, deal);

        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("EXPIRED"));
    }

    @Test
    void a_deal_that_closed_before_the_submission_is_accepted_flagged_and_listed() {
        String id = contacted();
        String early = close(id, "2025-11-30");
        String late = close(id, today());

        assertThat(deal(id, early).path("closedBeforeSubmission").asBoolean()).isTrue();
        assertThat(deal(id, late).path("closedBeforeSubmission").asBoolean()).isFalse();
        assertThat(listed()).contains(early).doesNotContain(late);
        assertThat(listed("&q=" + early)).containsExactly(early);
        assertThat(listed("&q=" + id)).containsExactly(early);
        assertThat(listed("&order=desc&limit=1")).containsExactly(early);
        assertThat(listed("&q=%s&from=%s".formatted(early, CLOCK.instant().plusSeconds(1))))
                .isEmpty();

        String correction = "/api/referrals/%s/deals/%s/correct".formatted(id, early);
        done(service.post(correction, "{\"closedOn\":\"%s\",\"reason\":\"A typing error.\"}".formatted(today())));

        assertThat(listed()).doesNotContain(early);
        assertThat(closing(id, "1989-12-31").status()).isEqualTo(400);
        assertThat(closing(id, "2099-01-01").status()).isEqualTo(422);
    }

    @Test
    void a_reversed_deal_stays_flagged_as_closed_before_the_submission_but_needs_no_look_any_more() {
        String id = contacted();
        String early = close(id, "2025-10-31");
        String late = close(id, today());

        reverse(id, early);
        JsonNode referral = reverse(id, late);

        assertThat(deal(id, early).path("closedBeforeSubmission").asBoolean()).isTrue();
        assertThat(deal(id, late).path("closedBeforeSubmission").asBoolean()).isFalse();
        assertThat(referral.path("deals")
                        .valueStream()
                        .filter(deal -> deal.path("closedBeforeSubmission").asBoolean())
                        .map(deal -> deal.path("dealId").asString()))
                .containsExactly(early);
        assertThat(listed()).doesNotContain(early, late);
    }

    @Test
    void a_deal_that_is_dated_tomorrow_is_reversed_without_a_date() {
        String id = contacted();
        String tomorrow = CLOCK.instant().plus(Duration.ofDays(1)).toString().substring(0, "2026-03-02".length());
        String deal = close(id, tomorrow);

        reverse(id, deal);

        assertThat(deal(id, deal).path("reversal").path("reversedOn").asString())
                .isEqualTo(tomorrow);
    }

    @Test
    void the_timeline_has_the_reversal_before_its_consequence_also_across_pages() {
        String id = contacted();
        reverse(id, close(id, today()));
        reverse(id, close(id, today()));

        List<String> whole = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/referrals/%s/timeline?limit=1&cursor=%s".formatted(id, cursor))
                    .json();
            page.path("items").forEach(item -> whole.add(item.path("what").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(whole)
                .containsExactly(
                        "referral-submitted",
                        "referral-accepted",
                        "client-contacted",
                        "deal-closed",
                        "deal-reversed",
                        "referral-resumed",
                        "deal-closed",
                        "deal-reversed",
                        "referral-resumed");
    }

    @Test
    void the_event_of_the_last_reversal_says_that_the_referral_resumes_and_who_had_credit() {
        String id = contacted();
        String first = close(id, today());
        String last = close(id, today());
        reverse(id, first);
        reverse(id, last);

        List<PublishedRecord> events = service.awaitRecords(
                "referral.events",
                all -> of(id, "referral.referral-resumed.v1", all) != null
                        && of(last, "referral.deal-reversed.v1", all) != null);

        JsonNode notLast = of(first, "referral.deal-reversed.v1", events);
        JsonNode reversed = of(last, "referral.deal-reversed.v1", events);
        assertThat(notLast.path("referralResumes").isMissingNode()).isTrue();
        assertThat(notLast.path("protectedUntil").isMissingNode()).isTrue();
        assertThat(reversed.path("referralResumes").asBoolean()).isTrue();
        assertThat(reversed.path("protectedUntil").asString()).isNotBlank();
        assertThat(reversed.path("credit").get(0).path("partnerId").asString()).isEqualTo("par_a");
        assertThat(of(id, "referral.referral-resumed.v1", events)
                        .path("announced")
                        .asBoolean())
                .isTrue();
    }

    private static JsonNode of(String subject, String type, List<PublishedRecord> events) {
        return events.stream()
                .filter(event -> event.subject().equals(subject) && event.type().equals(type))
                .peek(event -> Contracts.assertMatches(event.type(), event.text()))
                .map(PublishedRecord::data)
                .findFirst()
                .orElse(null);
    }

    private static String today() {
        return CLOCK.instant().toString().substring(0, "2026-03-02".length());
    }

    private static List<String> listed() {
        List<String> ids = new ArrayList<>();
        service.get("/api/deals/closed-before-submission?partnerId=par_a&limit=200")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("deal").path("dealId").asString()));
        List<String> exported = service.get("/api/deals/closed-before-submission/export?partnerId=par_a")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .toList();
        assertThat(exported).isEqualTo(ids);
        return ids;
    }

    private static List<String> listed(String parameters) {
        List<String> ids = new ArrayList<>();
        service.get("/api/deals/closed-before-submission?partnerId=par_a" + parameters)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("deal").path("dealId").asString()));
        return ids;
    }

    private static List<String> timeline(String id) {
        List<String> entries = new ArrayList<>();
        service.get("/api/referrals/%s/timeline?limit=200".formatted(id))
                .json()
                .path("items")
                .forEach(item -> entries.add(item.path("what").asString() + " "
                        + item.path("details").path("dealId").asString()));
        return entries;
    }

    private static String contacted() {
        int client = NUMBERS.incrementAndGet();
        String id = done(service.post(
                        "/api/referrals",
                        """
                        {"partnerId":"par_a","client":{"organisation":"Client %d","domain":"client-%d.example",
                         "contactName":"Aisyah","contactPhone":"+60 12 345"},"service":"Data platform"}"""
                                .formatted(client, client)))
                .path("id")
                .asString();
        done(service.post("/api/referrals/%s/accept".formatted(id), ""));
        done(service.post("/api/referrals/%s/contact".formatted(id), "{}"));
        return id;
    }

    private static String close(String id, String closedOn) {
        return done(closing(id, closedOn)).path("dealId").asString();
    }

    private static Answer closing(String id, String closedOn) {
        return service.post(
                "/api/referrals/%s/deals".formatted(id),
                "{\"dealId\":\"deal-%s-%d\",\"amount\":{\"amount\":\"1054\",\"currency\":\"USD\"},\"closedOn\":\"%s\"}"
                        .formatted(id, NUMBERS.incrementAndGet(), closedOn));
    }

    private static JsonNode reverse(String id, String dealId) {
        return done(service.post(
                "/api/referrals/%s/reverse-deal".formatted(id),
                "{\"dealId\":\"%s\",\"reason\":\"Refunded\"}".formatted(dealId)));
    }

    private static JsonNode deal(String id, String dealId) {
        return service.get("/api/referrals/%s/deals/%s".formatted(id, dealId)).json();
    }

    private static String status(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json();
    }
}
