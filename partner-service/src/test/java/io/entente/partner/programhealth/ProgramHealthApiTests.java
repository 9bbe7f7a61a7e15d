package io.entente.partner.programhealth;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The health of the program and its costs over HTTP, in a service that a test class has started. */
public interface ProgramHealthApiTests {

    String COST =
            """
            {"category":"MANAGEMENT","day":"2019-05-14","amount":{"amount":"%s","currency":"SGD"},"note":"Partner manager, May"}""";

    RunningService service();

    @Test
    default void the_return_of_the_program_is_measured_by_costs_that_are_corrected_by_other_entries() {
        Answer entered = service().post("/api/program-costs", COST.formatted("900.00"), "Idempotency-Key: cost-1");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        String id = entered.json().path("id").asString();
        assertThat(service()
                        .post("/api/program-costs", COST.formatted("900.00"), "Idempotency-Key: cost-1")
                        .json())
                .isEqualTo(entered.json());
        assertThat(service()
                        .post("/api/program-costs", COST.formatted("901.00"), "Idempotency-Key: cost-1")
                        .status())
                .isEqualTo(422);
        assertThat(service().post("/api/program-costs", COST.formatted("-1.00")).status())
                .isEqualTo(400);
        Answer reversed = service().post("/api/program-costs/" + id + "/reverse", "{\"reason\":\"It was less.\"}");
        assertThat(reversed.json().path("amount").path("amount").asString()).isEqualTo("-900.00");
        assertThat(service()
                        .get("/api/program-costs/" + reversed.json().path("id").asString())
                        .json())
                .isEqualTo(reversed.json());
        String file = "day,category,amount,currency,note\n2019-05-14,MANAGEMENT,200.00,SGD,May\n"
                + "2019-06-30,SYSTEMS,50.00,SGD,Portal\n";
        assertThat(imported(file)).isEqualTo("{\"rows\":2,\"added\":2}");
        assertThat(imported(file)).isEqualTo("{\"rows\":2,\"added\":0}");
        assertThat(imported(file.replace("SYSTEMS", "TRAVEL"))).contains("line 3 category");
        assertThat(service()
                        .get("/api/program-costs?from=2019-05-01&to=2019-05-31&category=MANAGEMENT&q=may")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(service()
                        .get("/api/program-costs/export?from=2019-05-01&to=2019-06-30")
                        .body())
                .contains(",2019-05-14,MANAGEMENT,-900.00,SGD,It was less.," + id);

        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "deal_health",
                        1,
                        "par_health",
                        """
                        {"referralId":"ref_health","partnerId":"par_health","dealId":"deal_health","service":"Audit",
                         "involvement":"STANDARD","client":{"key":"quay.example","organisation":"Quay"},
                         "amount":{"amount":"2000.00","currency":"SGD"},"closedOn":"2019-04-30",
                         "credit":[{"partnerId":"par_health","role":"ORIGINATOR","share":"1.00"}],
                         "occurredAt":"2019-04-30T09:00:00Z","actor":"system","origin":"IMPORT"}""");
        service()
                .publish(
                        "commission.events",
                        "commission.commission-accrued.v1",
                        "com_health",
                        1,
                        "par_health",
                        """
                        {"commissionId":"com_health","dealId":"deal_health","referralId":"ref_health","partnerId":"par_health",
                         "amount":{"amount":"150.00","currency":"SGD"},"ledgerTransactionId":"tx_health","closedOn":"2019-04-30",
                         "occurredAt":"2019-05-01T09:00:00Z","actor":"system","origin":"IMPORT"}""");

        JsonNode health = Awaitility.await("revenue and commission of the quarter")
                .until(
                        () -> service()
                                .get("/api/program-health?period=2019-Q2")
                                .json(),
                        shown -> shown.path("economics")
                                        .path(0)
                                        .path("returnOnCost")
                                        .asDouble()
                                == 5.0);

        JsonNode economics = health.path("economics").get(0);
        assertThat(economics.path("cost").path("amount").asString()).isEqualTo("400.00");
        assertThat(economics.path("costs").path("MARKETING").path("amount").asString())
                .isEqualTo("0.00");
        assertThat(economics.path("healthy").asBoolean()).isTrue();
        assertThat(economics.path("topPartners").get(0).path("partnerId").asString())
                .isEqualTo("par_health");
        assertThat(service()
                        .get(health.path("costs").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(4);
        assertThat(service()
                        .get(health.path("scorecards").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(health.path("partners").path("active").asInt()).isZero();
        assertThat(service()
                        .request("GET", "/api/program-health", null, asPartner("par_health"))
                        .status())
                .isEqualTo(403);
        assertThat(service()
                        .get("/api/program-health")
                        .json()
                        .path("partners")
                        .path("added")
                        .size())
                .isPositive();
    }

    private String imported(String file) {
        return service()
                .post("/api/program-costs/import", file, "Content-Type: text/csv")
                .body();
    }
}
