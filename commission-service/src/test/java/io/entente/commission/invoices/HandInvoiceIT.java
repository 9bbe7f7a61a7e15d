package io.entente.commission.invoices;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A partner in Germany with a commission of 1,054 yen. Its VAT must be stated in euros, so a person writes the invoice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandInvoiceIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String DEAL = "01K3E5G7H9J1K3M5N7P9Q1R3ST";
    private static final String FINANCE = asFinance("u-1");
    private static final String BY_HAND = "/api/invoices/by-hand";
    private static final String REPORT =
            """
            {"number":"H-17","issuedOn":"2026-07-02","vatRate":"19","withholdingRate":"10","reason":"VAT is stated in euros."}
            """;
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void a_commission_in_yen_is_payable() {
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.invoice-policies=classpath:invoices/tax-paying-policies.json",
                "--entente.commission.invoice-sweep-interval=200ms");
        service.publishSample("partner.profile.v1");
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                DEAL,
                1,
                PARTNER,
                Contracts.sample("referral.deal-closed.v1")
                        .replace("10540.00", "10540")
                        .replace("USD", "JPY"));
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        CLOCK.moveTo(Instant.parse("2026-04-21T09:00:00Z"));
        accepted(service.post(
                "/api/client-payments",
                """
                {"paymentId":"p-1","dealId":"%s","amount":{"amount":"10540","currency":"JPY"},"paidOn":"2026-04-20"}
                """
                        .formatted(DEAL),
                FINANCE));
        CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        service.context().getBean(ReleaseSweep.class).sweep();
        accepted(service.request(
                "PUT",
                "/api/payees/" + PARTNER,
                """
                {"holder":"Harbour Pine GmbH","iban":"DE89370400440532013000","country":"DE","currency":"JPY"}
                """,
                FINANCE));
        accepted(service.request(
                "PUT",
                "/api/payees/" + PARTNER + "/tax-profile",
                """
                {"effectiveFrom":"2026-01-01","status":"REGISTERED","legalName":"Harbour Pine GmbH",
                 "address":{"city":"Hamburg","country":"DE"},"vatId":"DE129273398","selfBillingAgreedOn":"2026-01-15"}
                """,
                FINANCE));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void a_partner_whose_invoice_the_program_can_not_write_is_not_paid() {
        JsonNode block = items(planned("before") + "/blocks").get(0);

        assertThat(block.path("reasons").get(0).asString()).isEqualTo("TAX_UNKNOWN");
        assertThat(block.path("missing").asString())
                .isEqualTo("VAT of DE must be stated in EUR, and the invoice is in JPY. Invoice it by hand.");
    }

    @Test
    @Order(2)
    void a_statement_that_was_invoiced_by_hand_is_no_longer_blocked_and_its_commission_is_paid() {
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
        String statement = issued();
        assertThat(service.request("PUT", BY_HAND + "/" + statement, REPORT, FINANCE)
                        .body())
                .contains("Only a finalized statement can be invoiced. This one is ISSUED.");
        accepted(service.post("/api/statements/" + statement + "/finalize", "{}", FINANCE));
        await("/api/invoices/blocked", items -> items.size() == 1);
        assertThat(items("/api/invoices/blocked?period=2026-Q2&q=" + statement)).hasSize(1);
        assertThat(items("/api/invoices/blocked?period=2026-Q1")).isEmpty();

        Answer wrong = service.request(
                "PUT",
                BY_HAND + "/" + statement,
                REPORT.replace("2026-07-02", "2026-07-03").replace("H-17", " "),
                FINANCE);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(service.request("PUT", BY_HAND + "/stm_none", REPORT, FINANCE)
                        .status())
                .isEqualTo(404);
        Answer recorded = service.request("PUT", BY_HAND + "/" + statement, REPORT, FINANCE);
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
        assertThat(service.request("PUT", BY_HAND + "/" + statement, REPORT, FINANCE)
                        .body())
                .as("repeated")
                .isEqualTo(recorded.body());
        assertThat(service.request("PUT", BY_HAND + "/" + statement, REPORT.replace("19", "7"), FINANCE)
                        .body())
                .contains("This statement was invoiced by hand already, with number H-17.");

        assertThat(items("/api/invoices/blocked")).isEmpty();
        assertThat(service.get(BY_HAND + "/export").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(statement + "," + PARTNER + ",2026-Q2,")
                .contains(",H-17,", ",user:u-1,");
        assertThat(items("/api/statement-runs?quarter=2026-Q2&status=ENDED&draft=false"))
                .hasSize(1);
        assertThat(items("/api/statement-runs?draft=true")).isEmpty();
        assertThat(service.get("/api/statement-runs/export?quarter=2026-Q1")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(items(BY_HAND + "?q=h-17&period=2026-Q2&order=desc")).hasSize(1);
        assertThat(items(BY_HAND + "?period=2026-Q1")).isEmpty();
        assertThat(items(BY_HAND + "?partnerId=" + PARTNER)).singleElement().satisfies(one -> {
            assertThat(one.path("statementId").asString()).isEqualTo(statement);
            assertThat(one.path("period").asString()).isEqualTo("2026-Q2");
            assertThat(one.path("recordedBy").asString()).isEqualTo("user:u-1");
        });
        JsonNode payout = items(planned("after") + "/payouts").get(0);
        assertThat(payout.at("/commission/amount").asString()).isEqualTo("1054");
        assertThat(payout.at("/vat/amount").asString()).isEqualTo("200");
        assertThat(payout.at("/withheld/amount").asString()).isEqualTo("105");
        assertThat(payout.at("/amount/amount").asString()).isEqualTo("1149");
    }

    private static String issued() {
        Answer started = service.post("/api/statement-runs", "{\"quarter\":\"2026-Q2\"}", FINANCE);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        return items("/api/statements?quarter=2026-Q2").get(0).path("id").asString();
    }

    private static String planned(String id) {
        String today = CLOCK.instant().toString().substring(0, "2026-06-01".length());
        Answer started = service.post(
                "/api/payout-batches",
                """
                {"batchId":"%s","cutOff":"%s","currencies":["JPY"],"minimum":[{"amount":"1","currency":"JPY"}]}
                """
                        .formatted(id, today),
                FINANCE);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String batch = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.get(batch).json().path("status").asString().equals("PLANNED"));
        return batch;
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }

    private static List<JsonNode> await(String path, Predicate<List<JsonNode>> expected) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(60)).until(() -> items(path), expected);
    }

    private static List<JsonNode> items(String path) {
        return service.get(path).json().path("items").valueStream().toList();
    }
}
