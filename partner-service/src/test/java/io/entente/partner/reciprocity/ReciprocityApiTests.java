package io.entente.partner.reciprocity;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reciprocity over HTTP, in a service that a test class has started. */
public interface ReciprocityApiTests {

    RunningService service();

    @Test
    default void the_firm_sees_what_it_owes_and_to_whom_it_could_refer_a_client() {
        String creditor = offering("Creditside");
        String other = offering("Evenside");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(250);
        for (int i = 1; i <= 2; i++) {
            service()
                    .publish(
                            "referral.events",
                            "referral.referral-submitted.v1",
                            "ref_rc" + i,
                            1,
                            creditor,
                            """
                            {"referralId":"ref_rc%d","partnerId":"%s","direction":"INBOUND","service":"Audit","involvement":"STANDARD",
                             "client":{"key":"dock.example","organisation":"Dock"},
                             "expectedValue":{"amount":"5000.00","currency":"MYR"},
                             "occurredAt":"%sT08:00:00Z","actor":"user:u-9","origin":"LIVE"}"""
                                    .formatted(i, creditor, day.plusDays(100L * (i - 1))));
        }
        String path = "/api/partners/" + creditor + "/reciprocity";

        JsonNode balance = Awaitility.await("two open referrals")
                .until(
                        () -> service()
                                .request("GET", path, null, asPartner(creditor))
                                .json(),
                        shown -> shown.path("balance").asInt() == 2);

        assertThat(balance.path("owedBy").asString()).isEqualTo("FIRM");
        assertThat(balance.path("overdue").asInt()).isEqualTo(1);
        assertThat(balance.path("nextDueOn").asString())
                .isEqualTo(day.plusDays(180).toString());
        JsonNode entry =
                service().get(path + "/entries?limit=1").json().path("items").get(0);
        assertThat(entry.path("state").asString()).isEqualTo("OPEN");
        assertThat(entry.path("value").path("amount").asString()).isEqualTo("5000.00");
        assertThat(service()
                        .get("/api/partners/" + other + "/reciprocity")
                        .json()
                        .path("owedBy")
                        .asString())
                .isEqualTo("NOBODY");
        assertThat(service().request("GET", path, null, asPartner(other)).status())
                .isEqualTo(404);
        String list = "owedBy=FIRM&dueBefore=%s&partnerId=%s".formatted(LocalDate.now(ZoneOffset.UTC), creditor);
        assertThat(service()
                        .get("/api/reciprocity?" + list)
                        .json()
                        .path("items")
                        .get(0))
                .isEqualTo(balance);
        assertThat(service().get("/api/reciprocity/export?" + list).body())
                .contains(creditor + ",2,0,2,FIRM," + day.plusDays(180) + ",1,,");
        assertThat(service()
                        .get("/api/reciprocity?dueBefore=%s&partnerId=%s".formatted(day.plusDays(180), creditor))
                        .json()
                        .path("items")
                        .size())
                .isZero();

        Answer suggested = service()
                .post(
                        "/api/reciprocity/suggestions",
                        "{\"service\":\"Harbour dredging\",\"territory\":\"MY\",\"language\":\"ms\"}");
        assertThat(suggested.status()).as(suggested.body()).isEqualTo(200);
        JsonNode items = suggested.json().path("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).path("partnerId").asString()).isEqualTo(creditor);
        assertThat(items.get(0).path("name").asString()).isEqualTo("Creditside");
        assertThat(items.get(0).path("points").asInt())
                .isGreaterThan(items.get(1).path("points").asInt());
        assertThat(items.get(0).path("reasons").toString()).contains("OVERDUE").contains("TERRITORY");
        assertThat(service()
                        .request("POST", "/api/reciprocity/suggestions", "{\"service\":\"x\"}", asPartner(creditor))
                        .status())
                .isEqualTo(403);
        assertThat(service().post("/api/reciprocity/suggestions", "{}").body()).contains("service");
    }

    private String offering(String name) {
        Answer registered = service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}],
                         "details":{"services":["Harbour dredging"],"territory":["MY"]}}"""
                                .formatted(name));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        String id = registered.json().path("id").asString();
        service().post("/api/partners/" + id + "/activate", "");
        return id;
    }
}
