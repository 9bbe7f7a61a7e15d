package io.entente.partner.scorecards;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.RunningService;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scorecards over HTTP, in a service that a test class has started. */
public interface ScorecardApiTests {

    String REFERRAL =
            """
            {"referralId":"%s","partnerId":"%s","direction":"%s","service":"Tax advice","involvement":"STANDARD",
             "client":{"key":"pier.example","organisation":"Pier"},"occurredAt":"%s","actor":"%s","origin":"LIVE"}""";

    String DEAL =
            """
            {"referralId":"%s","partnerId":"%s","dealId":"deal_%1$s","service":"Tax advice","involvement":"STANDARD",
             "client":{"key":"pier.example","organisation":"Pier"},"amount":{"amount":"%s","currency":"MYR"},
             "closedOn":"%s","credit":[{"partnerId":"%2$s","role":"ORIGINATOR","share":"1.00"}],
             "occurredAt":"2025-09-02T09:00:00Z","actor":"system","origin":"LIVE"}""";

    RunningService service();

    @Test
    default void a_scorecard_shows_each_figure_with_what_it_is_made_of_and_the_period_before() {
        String partner = registered("Scorewell");
        String other = registered("Scoreless");
        for (int delivery = 0; delivery < 2; delivery++) {
            refer("submitted", partner, "ref_sc1", 1, "INBOUND", "2025-08-05T08:00:00Z");
            refer("submitted", partner, "ref_sc2", 1, "INBOUND", "2025-05-20T08:00:00Z");
            refer("accepted", partner, "ref_sc1", 2, "INBOUND", "2025-08-05T11:00:00Z");
            refer("submitted", partner, "ref_sc3", 1, "OUTBOUND", "2025-07-01T08:00:00Z");
            refer("submitted", other, "ref_sc4", 1, "INBOUND", "2025-07-01T08:00:00Z");
            service()
                    .publish(
                            "referral.events",
                            "referral.deal-closed.v1",
                            "deal_ref_sc1",
                            1,
                            partner,
                            DEAL.formatted("ref_sc1", partner, "12500.50", "2025-09-02"));
        }
        String path = "/api/partners/" + partner + "/scorecards/";

        JsonNode quarter = Awaitility.await("the figures of the quarter")
                .until(() -> service().get(path + "2025-Q3").json(), shown -> figure(shown, "REVENUE")
                        .path("value")
                        .asString("")
                        .equals("12500.50"));

        assertThat(quarter.path("previousPeriod").asString()).isEqualTo("2025-Q2");
        assertThat(figure(quarter, "SENT").toString())
                .isEqualTo(
                        """
                        {"metric":"SENT","unit":"COUNT","value":"1","previous":"1","trend":"STEADY","recorded":true,"facts":"%sfigures/SENT"}"""
                                .formatted(path + "2025-Q3/"));
        assertThat(figure(quarter, "TIME_TO_RESPOND").path("value").asString()).isEqualTo("3.0");
        assertThat(figure(quarter, "RECIPROCITY_COUNT").path("value").asString())
                .isEqualTo("0");
        assertThat(figure(quarter, "CAMPAIGNS").path("recorded").asBoolean()).isFalse();
        assertThat(figure(quarter, "CAMPAIGNS").has("value")).isFalse();
        JsonNode made = service()
                .get(figure(quarter, "REVENUE").path("facts").asString())
                .json()
                .path("items");
        assertThat(made.size()).isEqualTo(1);
        assertThat(made.get(0).path("id").asString()).isEqualTo("deal/deal_ref_sc1/" + partner);
        assertThat(made.get(0).path("amount").path("amount").asString()).isEqualTo("12500.50");
        String sent = path + "2025-04..2025-09/figures/SENT?limit=1";
        JsonNode first = service().get(sent).json();
        assertThat(first.path("items").get(0).path("referralId").asString()).isEqualTo("ref_sc2");
        JsonNode second =
                service().get(sent + "&cursor=" + first.path("next").asString()).json();
        assertThat(second.path("items").get(0).path("referralId").asString()).isEqualTo("ref_sc1");
        assertThat(second.has("next")).isFalse();

        String list = "/api/scorecards?period=2025-Q3&sort=revenue&order=desc";
        Awaitility.await("both partners")
                .until(() -> service().get(list).json().path("items").size() >= 2);
        assertThat(service()
                        .get(list + "&q=scorewell")
                        .json()
                        .path("items")
                        .get(0)
                        .path("partnerId")
                        .asString())
                .isEqualTo(partner);
        assertThat(service()
                        .request("GET", list, null, asPartner(partner))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(service()
                        .get("/api/scorecards/export?period=2025-Q3&partnerId=" + partner)
                        .body())
                .contains(partner + ",2025-Q3,REVENUE,MONEY,MYR,12500.50,,")
                .contains(partner + ",2025-Q3,SENT,COUNT,,1,1,STEADY")
                .doesNotContain(other);
        assertThat(service()
                        .request("GET", path + "2025-Q3", null, asPartner(other))
                        .status())
                .isEqualTo(404);
        assertThat(service().get(path + "2025-Q7").body()).contains("a quarter such as 2026-Q2");
        assertThat(service().get("/api/scorecards?period=2025-02..2025-03").status())
                .isEqualTo(400);
    }

    /** Tells an event of a referral. */
    default void refer(String what, String partner, String referral, int sequence, String direction, String at) {
        service()
                .publish(
                        "referral.events",
                        "referral.referral-%s.v1".formatted(what),
                        referral,
                        sequence,
                        partner,
                        REFERRAL.formatted(referral, partner, direction, at, "user:u-9"));
    }

    /** An active partner. */
    default String registered(String name) {
        String id = service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name))
                .json()
                .path("id")
                .asString();
        service().post("/api/partners/" + id + "/activate", "");
        return id;
    }

    private static JsonNode figure(JsonNode scorecard, String metric) {
        return StreamSupport.stream(scorecard.path("figures").spliterator(), false)
                .filter(figure -> figure.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
