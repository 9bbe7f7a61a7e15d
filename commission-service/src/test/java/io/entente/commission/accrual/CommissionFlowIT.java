package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommissionFlowIT {

    private static final String ACCRUED = "commission.commission-accrued.v1";
    private static final String NONE = "commission.no-commission-due.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_closed_deal_accrues_commission_and_says_so() {
        service.publishSample("partner.profile.v1");
        service.publishSample("referral.deal-closed.v1");

        PublishedRecord event = onlyEventOf("01K3E5G7H9J1K3M5N7P9Q1R3ST");

        assertThat(event.type()).isEqualTo(ACCRUED);
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.key()).isEqualTo("01K1A7Q2M8V4R6T9W3X5Y7Z0BC");
        Contracts.assertMatches(ACCRUED, event.text());
        JsonNode data = event.data();
        assertThat(data.path("amount").toString()).isEqualTo("{\"amount\":\"1054.00\",\"currency\":\"USD\"}");
        assertThat(event.subject()).isEqualTo(data.path("commissionId").asString());

        JsonNode commission = service.get("/api/commissions/" + event.subject()).json();
        assertThat(commission.path("status").asString()).isEqualTo("ACCRUED");
        assertThat(commission.path("explanation")).isEqualTo(data.path("explanation"));
        assertThat(commission.path("plan").toString()).isEqualTo("{\"code\":\"standard\",\"version\":1}");
        assertThat(commission.path("steps").size())
                .isEqualTo(commission.path("explanation").size());
        assertThat(commission.path("steps").findValues("name").stream().map(JsonNode::asString))
                .contains("DEAL", "PLAN", "BOOKED");
        assertThat(commission.path("lines").findValues("side").stream().map(JsonNode::asString))
                .containsExactly("DEBIT", "CREDIT");
        assertThat(service.get("/api/commissions?partnerId=01K1A7Q2M8V4R6T9W3X5Y7Z0BC")
                        .json()
                        .path("items")
                        .get(0)
                        .path("amounts"))
                .isEqualTo(commission.path("amounts"));
        assertThat(commission.path("steps").findValues("figures").toString())
                .contains(
                        "\"ordinal\":\"1\"",
                        "\"basis\":\"10540.00 USD\"",
                        "\"share\":\"1.00\"",
                        "\"rounding\":\"NONE\"");
        assertThat(commission.path("fx").asString()).isEqualTo("NONE");
        assertThat(commission.path("version").asLong()).isEqualTo(1);
        assertThat(commission.path("changes").isEmpty()).isTrue();
        assertThat(commission.path("amounts").path("accrued").asString()).isEqualTo("1054.00");
        assertThat(service.get("/api/balances/01K1A7Q2M8V4R6T9W3X5Y7Z0BC").body())
                .isEqualTo(
                        "{\"items\":[{\"currency\":\"USD\",\"accrued\":\"1054.00\",\"payable\":\"0.00\",\"allocated\":\"0.00\",\"paid\":\"0.00\",\"clawbackDue\":\"0.00\",\"vat\":\"0.00\",\"withheld\":\"0.00\"}]}");
        JsonNode transaction = service.get("/api/ledger/01K1A7Q2M8V4R6T9W3X5Y7Z0BC")
                .json()
                .path("items")
                .get(0);
        assertThat(transaction.path("id")).isEqualTo(data.path("ledgerTransactionId"));
        assertThat(transaction.path("lines").size()).isEqualTo(2);
    }

    @Test
    void a_redelivered_deal_accrues_once() {
        learn("par_again", "ACTIVE", 1);
        String deal = deal("again-1", "2026-04-02", "LIVE", "par_again", "1.00");
        for (int delivery = 0; delivery < 3; delivery++) {
            service.publish("referral.events", "referral.deal-closed.v1", "ref_again", 1, "par_again", deal);
        }
        // The next deal of the same partition comes only after all three.
        close("par_again", "again-2");
        onlyEventOf("again-2");

        onlyEventOf("again-1");
        assertThat(service.get("/api/balances/par_again").body()).contains("\"accrued\":\"200.00\"");
    }

    @Test
    void every_partner_credited_has_its_share_in_its_own_chain() {
        learn("par_one", "ACTIVE", 1);
        learn("par_two", "STRATEGIC", 1);
        String deal = deal("shared", "2026-04-02", "LIVE", "par_one", "0.333")
                .replace("]", ",{\"partnerId\":\"par_two\",\"role\":\"CO_SELLER\",\"share\":\"0.667\"}]");
        service.publish("referral.events", "referral.deal-closed.v1", "ref_shared", 1, "par_one", deal);

        List<PublishedRecord> events = service.awaitRecords(
                "commission.events", all -> eventsOf("shared", all).size() == 2);

        assertThat(eventsOf("shared", events))
                .extracting(PublishedRecord::key)
                .containsExactlyInAnyOrder("par_one", "par_two");
        assertThat(service.get("/api/balances/par_one").body()).contains("\"accrued\":\"33.30\"");
        assertThat(service.get("/api/balances/par_two").body()).contains("\"accrued\":\"66.70\"");
    }

    @Test
    void a_deal_is_priced_by_the_tier_of_the_day_on_which_it_closed_however_late_it_arrives() {
        String tiers =
                "\"tiers\":[{\"tier\":\"STRATEGIC\"},{\"tier\":\"ACTIVE\",\"effectiveOn\":\"2026-03-17\"}],\"model\"";
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                "par_tiered",
                1,
                "par_tiered",
                profile("par_tiered", "STRATEGIC", 1));
        close("par_tiered", "tiered-before-the-decision", "2026-03-12", "LIVE");
        assertThat(onlyEventOf("tiered-before-the-decision").text()).contains("tier STRATEGIC");
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                "par_tiered",
                2,
                "par_tiered",
                profile("par_tiered", "ACTIVE", 2).replace("\"model\"", tiers));
        Awaitility.await().until(() -> service.context()
                .getBean(PartnerProfiles.class)
                .find(new PartnerId("par_tiered"))
                .filter(profile -> profile.version() == 2)
                .isPresent());

        close("par_tiered", "tiered-on-the-last-day", "2026-03-16", "LIVE");
        close("par_tiered", "tiered-on-the-first-day", "2026-03-17", "LIVE");
        close("par_tiered", "tiered-in-history", "2024-05-05", "IMPORT");

        assertThat(onlyEventOf("tiered-on-the-last-day").text()).contains("tier STRATEGIC");
        assertThat(onlyEventOf("tiered-on-the-first-day").text()).contains("tier ACTIVE");
        assertThat(onlyEventOf("tiered-in-history").text()).contains("tier STRATEGIC");
    }

    @Test
    void a_deal_waits_for_its_partners_profile() {
        double before = profileLookUps();
        close("par_late", "late-1");
        // Twice looked up in vain: it waits.
        Awaitility.await().atMost(PATIENCE).until(() -> profileLookUps() >= before + 2);
        assertThat(eventsOf("late-1", service.records("commission.events"))).isEmpty();

        learn("par_late", "ACTIVE", 1);

        onlyEventOf("late-1");
        assertThat(service.get("/actuator/parked").body()).doesNotContain("late-1");
    }

    @Test
    void a_deal_that_no_plan_prices_is_answered_with_the_reason() {
        learn("par_early", "ACTIVE", 1);
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                "ref_early",
                1,
                "par_early",
                deal("early", "1999-12-31", "LIVE", "par_early", "1.00"));

        PublishedRecord event = onlyEventOf("early");

        assertThat(event.type()).isEqualTo(NONE);
        Contracts.assertMatches(NONE, event.text());
        assertThat(event.data().path("reason").asString()).isEqualTo("NO_PLAN_IN_FORCE");
        assertThat(service.get("/api/commissions?partnerId=par_early")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(service.get("/api/commissions/" + event.subject()).status()).isEqualTo(404);
        assertThat(service.get("/api/ledger/par_early").body()).contains("NO_COMMISSION", "NO_PLAN_IN_FORCE");
        assertThat(service.get("/actuator/prometheus").body())
                .contains("entente_commission_none_total{reason=\"NO_PLAN_IN_FORCE\"} 1.0");
    }

    @Test
    void commission_that_follows_from_imported_history_is_marked_so_too() {
        learn("par_import", "ACTIVE", 1);
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                "ref_import",
                1,
                "par_import",
                deal("imported", "2017-03-01", "IMPORT", "par_import", "1.00"));

        assertThat(onlyEventOf("imported").data().path("origin").asString()).isEqualTo("IMPORT");
    }

    @Test
    void the_newest_profile_prices_and_an_erased_partners_last_deals_still_are() {
        service.post(
                "/api/commission-plans",
                """
                {"code":"strategic","noticeReason":"It was agreed.","name":"Strategic","effectiveFrom":"2026-01-01",
                 "appliesTo":{"tiers":["STRATEGIC"],"partnerIds":["par_moved"]},
                 "rule":{"type":"PERCENT","rate":"0.2"}}
                """);
        learn("par_moved", "STRATEGIC", 2);
        learn("par_moved", "ACTIVE", 1);
        service.publish("partner.profiles", "partner.profile.v1", "par_moved", 3, "par_moved", null);
        // Of the same partition, so it comes after the tombstone.
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                "par_after",
                1,
                "par_moved",
                profile("par_after", "ACTIVE", 1));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> service.mongo().findById("par_after", Document.class, "partner_profiles") != null);

        close("par_moved", "moved");

        JsonNode accrued = onlyEventOf("moved").data();
        assertThat(accrued.path("plan").path("code").asString()).isEqualTo("strategic");
        assertThat(accrued.path("amount").path("amount").asString()).isEqualTo("200.00");
    }

    @Test
    void a_draft_plan_is_simulated_over_deals_of_the_past_and_nothing_is_written() {
        learn("par_draft", "ACTIVE", 1);
        close("par_draft", "draft-1");
        close("par_draft", "draft-2");
        onlyEventOf("draft-2");
        String draft =
                """
                {"plan":{"code":"draft","name":"Draft","effectiveFrom":"2030-01-01","appliesTo":{"partnerIds":["par_draft"]},
                         "rule":{"type":"PERCENT","rate":"0.25"}},"from":"2026-01-01","to":"2026-12-31"}
                """;

        // A deal is registered for looking back right after its ledger transaction.
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        service.post("/api/commission-plans/simulate", draft).body())
                .isEqualTo("{\"items\":[{\"partnerId\":\"par_draft\",\"deals\":2,\"repriced\":2,"
                        + "\"accrued\":{\"amount\":\"200.00\",\"currency\":\"USD\"},"
                        + "\"simulated\":{\"amount\":\"500.00\",\"currency\":\"USD\"},"
                        + "\"difference\":{\"amount\":\"300.00\",\"currency\":\"USD\"}}]}"));
        assertThat(service.get("/api/commission-plans/draft").status()).isEqualTo(404);
        assertThat(service.get("/api/balances/par_draft").body()).contains("\"accrued\":\"200.00\"");
        assertThat(service.post(
                                "/api/commission-plans/simulate",
                                draft.replace("2026-12-31", "2025-12-31")
                                        .replace("\"appliesTo\"", "\"effectiveTo\":\"2029-01-01\",\"appliesTo\""))
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("plan.effectiveTo", "to");
        assertThat(service.post("/api/commission-plans/simulate", draft.replace("0.25", "2"))
                        .body())
                .contains("plan.rule.rate");
    }

    @Test
    void nobody_knows_of_an_unknown_partner_or_commission() {
        assertThat(service.get("/api/balances/par_nobody").body()).isEqualTo("{\"items\":[]}");
        assertThat(service.get("/api/ledger/par_nobody").json().path("items").isEmpty())
                .isTrue();
        assertThat(service.get("/api/commissions/com_nothing").status()).isEqualTo(404);
        assertThat(service.post("/api/ledger/verify?partnerId=par_nobody", "").body())
                .isEqualTo("{\"verified\":true,\"chains\":0,\"checked\":0}");
    }

    private static double profileLookUps() {
        return service
                .context()
                .getBean(MeterRegistry.class)
                .find("mongodb.driver.commands")
                .tag("collection", "partner_profiles")
                .tag("command", "find")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static void close(String partner, String dealId) {
        close(partner, dealId, "2026-04-02", "LIVE");
    }

    private static void close(String partner, String dealId, String closedOn, String origin) {
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                "ref_" + dealId,
                1,
                partner,
                deal(dealId, closedOn, origin, partner, "1.00"));
    }

    private static void learn(String partner, String tier, long version) {
        service.publish(
                "partner.profiles", "partner.profile.v1", partner, version, partner, profile(partner, tier, version));
    }

    private static String profile(String partner, String tier, long version) {
        return "{\"partnerId\":\"%s\",\"tier\":\"%s\",\"model\":\"REFERRAL\",\"version\":%d}"
                .formatted(partner, tier, version);
    }

    private static String deal(String dealId, String closedOn, String origin, String partner, String share) {
        return """
                {"referralId":"ref_%s","partnerId":"%s","dealId":"%s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"1000.00","currency":"USD"},"closedOn":"%s",
                 "credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"%s"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"%s"}
                """
                .formatted(dealId, partner, dealId, closedOn, partner, share, origin);
    }

    private static PublishedRecord onlyEventOf(String dealId) {
        List<PublishedRecord> events =
                eventsOf(dealId, service.awaitRecords("commission.events", all -> !eventsOf(dealId, all)
                        .isEmpty()));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<PublishedRecord> eventsOf(String dealId, List<PublishedRecord> all) {
        return all.stream()
                .filter(record -> record.data().path("dealId").asString().equals(dealId))
                .toList();
    }
}
