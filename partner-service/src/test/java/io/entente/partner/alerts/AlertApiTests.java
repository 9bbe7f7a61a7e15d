package io.entente.partner.alerts;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerId;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts over HTTP, in a service that a test class has started. */
public interface AlertApiTests {

    RunningService service();

    @Test
    default void an_alert_is_raised_once_with_its_figures_and_a_person_closes_it() {
        String partner = giving("Onesider");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 1; i <= 3; i++) {
            service()
                    .publish(
                            "referral.events",
                            "referral.referral-submitted.v1",
                            "ref_al" + i,
                            1,
                            partner,
                            """
                            {"referralId":"ref_al%d","partnerId":"%s","direction":"OUTBOUND","service":"Audit","involvement":"STANDARD",
                             "client":{"key":"mole.example","organisation":"Mole"},
                             "occurredAt":"%sT08:00:00Z","actor":"user:u-9","origin":"LIVE"}"""
                                    .formatted(i, partner, today.minusDays(30L * i)));
        }
        String path = "/api/alerts/" + partner + "-ONE_SIDED_FLOW";
        RaiseAlerts raise = service().context().getBean(RaiseAlerts.class);
        AlertWatch watch = service().context().getBean(AlertWatch.class);
        // The events schedule a check for tomorrow.
        Awaitility.await("the alert").until(() -> {
            watch.mark(partner, today);
            raise.run();
            return service().get(path).status() == 200;
        });
        watch.mark(partner, today);
        raise.run();

        JsonNode alert = service().get(path).json();
        assertThat(alert.path("status").asString()).isEqualTo("OPEN");
        assertThat(alert.path("version").asInt()).isEqualTo(1);
        assertThat(alert.path("figures").toString())
                .contains("{\"name\":\"sent\",\"value\":\"0\"}", "{\"name\":\"received\",\"value\":\"3\"}");
        List<PublishedRecord> events = service()
                .awaitRecords("partner.events", all -> about(partner, all).size() == 1);
        Contracts.assertMatches(
                "partner.alert-raised.v1", about(partner, events).get(0).text());
        String list = "status=OPEN&kind=ONE_SIDED_FLOW&partnerId=" + partner;
        assertThat(service().get("/api/alerts?" + list).json().path("items").get(0))
                .isEqualTo(alert);
        assertThat(service().get("/api/alerts/export?" + list).body())
                .contains("ONE_SIDED_FLOW," + partner + ",OPEN," + today + ",\"sent 0, received 3, months 18\"");

        String note = "{\"note\":\"We'll meet in May.\"}";
        assertThat(service()
                        .post(path + "/acknowledge", note, "If-Match: \"5\"")
                        .status())
                .isEqualTo(412);
        Answer acknowledged = service().post(path + "/acknowledge", note, asPartnerManager("u-77"));
        assertThat(acknowledged.json().path("decidedBy").asString()).isEqualTo("user:u-77");
        assertThat(service().post(path + "/close", note).json().path("status").asString())
                .isEqualTo("CLOSED");
        assertThat(service().post(path + "/acknowledge", note).status()).isEqualTo(409);
        assertThat(String.valueOf(service()
                        .mongo()
                        .getCollection("alerts")
                        .find(new Document("_id", partner + "-ONE_SIDED_FLOW"))
                        .first()))
                .as("as it is stored")
                .doesNotContain("meet in May");
        service().context().getBean(AlertNotes.class).eraseTexts(new PartnerId(partner));
        assertThat(service().get(path).json().has("note")).isFalse();
        assertThat(service().request("GET", path, null, asPartner(partner)).status())
                .isEqualTo(403);
        assertThat(service().get("/api/alerts/par_nobody-SILENCE").status()).isEqualTo(404);
    }

    private static List<PublishedRecord> about(String partner, List<PublishedRecord> all) {
        return all.stream()
                .filter(record -> record.key().equals(partner) && record.type().equals("partner.alert-raised.v1"))
                .toList();
    }

    private String giving(String name) {
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
}
