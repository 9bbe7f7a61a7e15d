package io.entente.commission.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forecast over a running service, whose first plan pays 10 % of a partner's first deals, net 30. */
class ForecastIT {

    private static final String PARTNER = "par_forecast";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
        profile(PARTNER);
        profile("par_alone");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_forecast_has_open_referrals_by_stage_and_accrued_commission() {
        submit("ref_open", 1);
        event("meeting-held", "ref_open", 2, "");
        event("review-started", "ref_open", 1, "");
        submit("ref_lost", 1);
        event("referral-lost", "ref_lost", 2, ",\"reason\":\"No budget.\"");
        submit("ref_won", 1);
        close("ref_won", 2);

        await(() -> figures("REFERRAL").size() == 1 && figures("COMMISSION").size() == 1);
        JsonNode forecast = forecast();
        JsonNode referral = figures("REFERRAL").get(0);
        assertThat(referral.path("id").asString()).isEqualTo("ref_open");
        assertThat(referral.path("stage").asString()).isEqualTo("MEETING_HELD");
        assertThat(referral.path("odds").asString()).isEqualTo("0.50");
        assertThat(referral.path("oddsFrom").asString()).isEqualTo("POLICY");
        assertThat(referral.path("full").path("amount").asString()).isEqualTo("1200.00");
        assertThat(referral.path("amount").path("amount").asString()).isEqualTo("600.00");
        assertThat(referral.path("plan").path("code").asString()).isEqualTo("standard");
        JsonNode commission = figures("COMMISSION").get(0);
        assertThat(commission.path("amount").path("amount").asString()).isEqualTo("100.00");
        assertThat(commission.path("rule").asString()).isEqualTo("VOLUME_TIERS");
        assertThat(forecast.path("complete").asBoolean()).isTrue();
        assertThat(forecast.path("months").size()).isGreaterThanOrEqualTo(1);
        assertThat(service.get("/api/forecast/export?partnerId=" + PARTNER).body())
                .contains("partner_id,as_of,month")
                .contains("ref_open")
                .contains(",600.00,");

        event("referral-withdrawn", "ref_open", 3, "");
        await(() -> figures("REFERRAL").isEmpty());
        event("referral-reopened", "ref_open", 4, "");
        await(() -> figures("REFERRAL").size() == 1
                && figures("REFERRAL").get(0).path("stage").asString().equals("UNDER_REVIEW"));

        event("proposal-sent", "ref_open", 5, ",\"amount\":{\"amount\":\"14000.00\",\"currency\":\"USD\"}");
        await(() -> figures("REFERRAL")
                .get(0)
                .path("full")
                .path("amount")
                .asString()
                .equals("1400.00"));

        event(
                "conflict-decided",
                "ref_open",
                6,
                """
                ,"outcome":"SHARES_CLAIM","credit":[{"partnerId":"par_alone","role":"CO_SELLER","share":"0.60"},
                {"partnerId":"%s","role":"ORIGINATOR","share":"0.40"}]
                """
                        .formatted(PARTNER));
        await(() -> figures("REFERRAL")
                .get(0)
                .path("full")
                .path("amount")
                .asString()
                .equals("560.00"));

        event("referral-expired", "ref_open", 7, "");
        await(() -> figures("REFERRAL").isEmpty());
        event("referral-resumed", "ref_open", 8, ",\"status\":\"PROPOSAL_SENT\",\"dealId\":\"deal_x\"");
        await(() -> figures("REFERRAL").size() == 1
                && figures("REFERRAL").get(0).path("stage").asString().equals("PROPOSAL_SENT"));

        pay();
        await(() -> figures("COMMISSION")
                .get(0)
                .path("explanation")
                .get(0)
                .asString()
                .contains("is payable on"));
    }

    @Test
    void a_partner_sees_only_its_own_forecast_and_an_unknown_one_is_not_found() {
        JsonNode empty = service.get("/api/forecast?partnerId=par_alone").json();

        assertThat(empty.path("figures").isEmpty()).isTrue();
        assertThat(empty.path("months").isEmpty()).isTrue();
        assertThat(service.get("/api/forecast?partnerId=par_nobody").status()).isEqualTo(404);
        assertThat(service.get("/api/forecast").status()).isEqualTo(400);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static JsonNode forecast() {
        return service.get("/api/forecast?partnerId=" + PARTNER).json();
    }

    private static List<JsonNode> figures(String kind) {
        return forecast()
                .path("figures")
                .valueStream()
                .filter(figure -> figure.path("kind").asString().equals(kind))
                .toList();
    }

    private static void profile(String partner) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                1,
                partner,
                "{\"partnerId\":\"%s\",\"tier\":\"ACTIVE\",\"model\":\"REFERRAL\",\"version\":1}".formatted(partner));
        await(() -> service.get("/api/forecast?partnerId=" + partner).status() == 200);
    }

    private static void submit(String referral, long sequence) {
        event(
                "referral-submitted",
                referral,
                sequence,
                ",\"direction\":\"INBOUND\",\"involvement\":\"STANDARD\",\"expectedValue\":{\"amount\":\"12000.00\",\"currency\":\"USD\"}");
    }

    private static void event(String type, String referral, long sequence, String more) {
        service.publish(
                "referral.events",
                "referral." + type + ".v1",
                referral,
                sequence,
                PARTNER,
                """
                {"referralId":"%s","partnerId":"%s","client":{"key":"%s.example","organisation":"Client of %s"},
                 "service":"Audit","occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"%s}
                """
                        .formatted(referral, PARTNER, referral, referral, more));
    }

    private static void close(String referral, long sequence) {
        event(
                "deal-closed",
                referral,
                sequence,
                """
                ,"dealId":"deal_won","involvement":"STANDARD","amount":{"amount":"1000.00","currency":"USD"},
                "closedOn":"2026-04-02","credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"1.00"}]
                """
                        .formatted(PARTNER));
    }

    private static void pay() {
        service.post(
                "/api/client-payments",
                "{\"paymentId\":\"p-1\",\"dealId\":\"deal_won\",\"amount\":{\"amount\":\"1000.00\",\"currency\":\"USD\"},\"paidOn\":\"%s\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC)));
    }
}
