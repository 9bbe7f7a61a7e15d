package io.entente.partner.tiers;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.tiers.review.ReviewSchedule;
import io.entente.partner.tiers.review.ReviewTiers;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tiers over HTTP, in a service that a test class has started. */
public interface TierApiTests {

    RunningService service();

    @Test
    default void a_tier_is_decided_for_a_later_day_and_the_profile_says_so_at_once() {
        String partner = strategicPartner("Tierside");
        String path = "/api/partners/" + partner;

        Answer early = service().post(path + "/change-tier", body("ACTIVE", today().plusDays(29)));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains(today().plusDays(30).toString());
        assertThat(service()
                        .post(path + "/change-tier", body("ACTIVE", today().plusDays(44)), "If-Match: \"1\"")
                        .status())
                .isEqualTo(412);
        Answer decided = service().post(path + "/change-tier", body("ACTIVE", null), asPartnerManager("u-41"));

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().path("tier").asString()).isEqualTo("STRATEGIC");
        JsonNode shown = service()
                .request("GET", path + "/tiers", null, asPartner(partner))
                .json();
        assertThat(shown.path("next").toString())
                .isEqualTo("{\"tier\":\"ACTIVE\",\"effectiveOn\":\"%s\"}".formatted(today().plusDays(30)));
        assertThat(service()
                        .post(path + "/change-tier", body("ACTIVE", null), asPartner(partner))
                        .status())
                .isEqualTo(403);
        PublishedRecord event = awaited("partner.events", partner, 3).get(2);
        Contracts.assertMatches("partner.partner-tier-changed.v1", event.text());
        assertThat(event.data().path("effectiveOn").asString())
                .isEqualTo(today().plusDays(30).toString());
        PublishedRecord profile = awaited("partner.profiles", partner, 2).get(1);
        Contracts.assertMatches("partner.profile.v1", profile.text());
        assertThat(profile.data().path("tier").asString()).isEqualTo("STRATEGIC");
        assertThat(profile.data().path("tiers").get(1).path("effectiveOn").asString())
                .isEqualTo(today().plusDays(30).toString());
    }

    @Test
    default void nobody_alone_puts_a_partner_into_the_highest_tier() {
        String partner = partner("Friendly", "ACTIVE");
        String path = "/api/partners/" + partner;
        Answer asked = service().post(path + "/change-tier", body("STRATEGIC", null), asPartnerManager("u-41"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().path("proposed").asString()).isEqualTo("STRATEGIC");
        assertThat(asked.json().has("next")).isFalse();

        String proposal = "/api/tier-proposals/" + partner;
        String reason = "{\"reason\":\"Good work.\"}";
        assertThat(service()
                        .post(proposal + "/approve", reason, asPartnerManager("U-41"))
                        .status())
                .isEqualTo(409);
        assertThat(service().get(path + "/tiers").json().has("next")).isFalse();
        Answer approved = service().post(proposal + "/approve", reason, asPartnerManager("u-43"));

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("askedBy").asString()).isEqualTo("user:u-41");
        assertThat(approved.json().path("decidedBy").asString()).isEqualTo("user:u-43");
        assertThat(service()
                        .get(path + "/tiers")
                        .json()
                        .path("next")
                        .path("tier")
                        .asString())
                .isEqualTo("STRATEGIC");
    }

    @Test
    default void a_partner_sees_what_it_has_achieved_and_what_the_next_tier_asks_for() {
        String partner = strategicPartner("Progressive");
        String deal =
                """
                {"referralId":"ref_p%d","partnerId":"%s","dealId":"deal_p%d","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"quay.example","organisation":"Quay"},"amount":{"amount":"%s","currency":"USD"},
                 "closedOn":"%s","credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"0.60"},
                 {"partnerId":"par_other","role":"CO_SELLER","share":"0.40"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"IMPORT"}""";
        for (int delivery = 0; delivery < 2; delivery++) {
            String recent = deal.formatted(1, partner, 1, "7000.00", today().minusDays(364), partner);
            service().publish("referral.events", "referral.deal-closed.v1", "deal_p1", 1, partner, recent);
        }
        String old = deal.formatted(2, partner, 2, "99.00", today().minusDays(365), partner);
        service().publish("referral.events", "referral.deal-closed.v1", "deal_p2", 1, partner, old);
        String rated = Contracts.sample("referral.satisfaction-rated.v1")
                .replaceAll("\"partnerId\": ?\"[^\"]+\"", "\"partnerId\":\"" + partner + "\"")
                .replaceAll("2026-07-02T07:00:00Z", today().minusDays(3) + "T07:00:00Z");
        service().publish("referral.events", "referral.satisfaction-rated.v1", "ref_p1", 5, partner, rated);
        String path = "/api/partners/" + partner + "/tier-progress";

        JsonNode progress = Awaitility.await()
                .until(
                        () -> service()
                                .request("GET", path, null, asPartner(partner))
                                .json(),
                        shown -> shown.path("figures").path("ratings").asInt() == 1);

        assertThat(progress.path("figures").path("wonDeals").asInt()).isEqualTo(1);
        assertThat(progress.path("figures").path("revenue").toString())
                .isEqualTo("[{\"amount\":\"4200.00\",\"currency\":\"USD\"}]");
        assertThat(progress.path("figures").path("satisfaction").asString()).isEqualTo("9.0");
        assertThat(progress.path("reached").asString()).isEqualTo("REFERRAL_NETWORK");
        JsonNode revenue = progress.path("present").path("criteria").get(1);
        assertThat(revenue.path("criterion").asString()).isEqualTo("REVENUE");
        assertThat(revenue.path("met").asBoolean()).isFalse();
        assertThat(progress.has("next")).as("above the highest tier").isFalse();
        assertThat(progress.path("present").path("capacity").asInt()).isEqualTo(5);
    }

    @Test
    default void a_review_proposes_a_tier_with_figures_and_a_manager_decides() {
        String promoted = partner("Promotable", "REFERRAL_NETWORK");
        String declined = partner("Declinable", "REFERRAL_NETWORK");
        for (String partner : List.of(promoted, declined)) {
            deal(partner, 1);
            deal(partner, 2);
        }
        ReviewTiers review = service().context().getBean(ReviewTiers.class);
        ReviewSchedule schedule = service().context().getBean(ReviewSchedule.class);
        // The events schedule a review for tomorrow.
        for (String partner : List.of(promoted, declined)) {
            Awaitility.await().until(() -> {
                schedule.mark(partner, today());
                review.run();
                return service().get("/api/tier-proposals/" + partner).status() == 200;
            });
        }
        schedule.mark(promoted, today());
        review.run();

        String path = "/api/tier-proposals/" + promoted;
        JsonNode proposal = service().get(path).json();
        assertThat(proposal.path("status").asString()).as(proposal.toString()).isEqualTo("OPEN");
        assertThat(proposal.path("number").asInt()).isEqualTo(1);
        assertThat(proposal.path("proposedTier").asString()).isEqualTo("ACTIVE");
        assertThat(proposal.path("figures").path("wonDeals").asInt()).isEqualTo(2);
        String list = "status=OPEN&promotion=true&tier=ACTIVE&partnerId=" + promoted;
        assertThat(service()
                        .get("/api/tier-proposals?" + list)
                        .json()
                        .path("items")
                        .get(0))
                .isEqualTo(proposal);
        assertThat(service().get("/api/tier-proposals/export?" + list).body())
                .contains(promoted + ",1,REFERRAL_NETWORK,ACTIVE," + today() + ",OPEN,2,100.0,,");
        PublishedRecord event =
                of(
                                promoted,
                                service()
                                        .awaitRecords(
                                                "partner.events",
                                                all -> of(promoted, all).size() == 3))
                        .stream()
                        .filter(record -> record.type().equals("partner.tier-change-proposed.v1"))
                        .findFirst()
                        .orElseThrow();
        Contracts.assertMatches(event.type(), event.text());

        String reason = "{\"reason\":\"Two good clients.\"}";
        assertThat(service().post(path + "/approve", reason, "If-Match: \"7\"").status())
                .isEqualTo(412);
        Answer approved = service().post(path + "/approve", reason, asPartnerManager("u-41"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("decidedBy").asString()).isEqualTo("user:u-41");
        assertThat(service()
                        .get("/api/partners/" + promoted + "/tiers")
                        .json()
                        .path("next")
                        .path("effectiveOn")
                        .asString())
                .isEqualTo(today().plusDays(1).toString());
        String other = "/api/tier-proposals/" + declined;
        assertThat(service().post(other + "/decline", reason).status()).isEqualTo(200);
        assertThat(service().post(other + "/approve", reason).status()).isEqualTo(409);
        schedule.mark(declined, today());
        review.run();
        assertThat(service().get(other).json().path("status").asString()).isEqualTo("DECLINED");
        assertThat(service().get("/api/tier-proposals/par_nobody").status()).isEqualTo(404);
    }

    private void deal(String partner, int number) {
        String deal = Contracts.sample("referral.deal-closed.v1")
                .replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner)
                .replace("01K3E5G7H9J1K3M5N7P9Q1R3ST", "deal_" + partner + number)
                .replaceAll("\"closedOn\": ?\"[^\"]+\"", "\"closedOn\":\"" + today().minusDays(40) + "\"");
        service().publish("referral.events", "referral.deal-closed.v1", "deal_" + partner + number, 1, partner, deal);
    }

    private List<PublishedRecord> awaited(String topic, String partner, int count) {
        return of(partner, service().awaitRecords(topic, all -> of(partner, all).size() == count));
    }

    private static List<PublishedRecord> of(String partner, List<PublishedRecord> all) {
        return all.stream().filter(record -> record.key().equals(partner)).toList();
    }

    private String strategicPartner(String name) {
        return partner(name, "STRATEGIC");
    }

    private String partner(String name, String tier) {
        String id = service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"%s","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name, tier))
                .json()
                .path("id")
                .asString();
        service().post("/api/partners/" + id + "/activate", "");
        return id;
    }

    private static String body(String tier, LocalDate effectiveOn) {
        String day = effectiveOn == null ? "" : ",\"effectiveOn\":\"%s\"".formatted(effectiveOn);
        return "{\"tier\":\"%s\",\"reason\":\"A quiet year.\"%s}".formatted(tier, day);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
