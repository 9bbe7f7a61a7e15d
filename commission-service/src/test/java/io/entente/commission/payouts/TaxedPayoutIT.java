package io.entente.commission.payouts;

import static io.entente.commission.bankreports.BankFiles.camt054;
import static io.entente.commission.bankreports.BankFiles.details;
import static io.entente.commission.bankreports.BankFiles.entry;
import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.payouts.bank.Pain001Schema;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.nio.charset.StandardCharsets;
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

/** A program that pays what its invoices show: a commission of 1,054.00 EUR with 19 % VAT and 10 % withholding. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaxedPayoutIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String DEAL = "01K3E5G7H9J1K3M5N7P9Q1R3ST";
    private static final String MAKER = asFinance("u-1");
    private static final String CHECKER = asFinance("u-2");
    private static final String PAID = "1148.86";
    private static final String PAYEE =
            """
            {"holder":"Harbour Pine GmbH","iban":"DE89370400440532013000","bic":"COBADEFFXXX","country":"DE","currency":"EUR"}
            """;
    private static final String TAXES =
            """
            {"effectiveFrom":"2026-01-01","status":"REGISTERED","legalName":"Harbour Pine GmbH",
             "address":{"street":"Hafenstr. 2","city":"Hamburg","postalCode":"20457","country":"DE"},
             "vatId":"DE129273398","withholdingRate":"10","withholdingReason":"a law","selfBillingAgreedOn":"2026-01-15"}
            """;
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void a_commission_in_euros_is_payable() {
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.invoice-policies=classpath:invoices/tax-paying-policies.json",
                "--entente.commission.invoice-sweep-interval=200ms",
                "--entente.commission.debtor.name=Northwind Beratung",
                "--entente.commission.debtor.iban=DE02120300000000202051");
        service.publishSample("partner.profile.v1");
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                DEAL,
                1,
                PARTNER,
                Contracts.sample("referral.deal-closed.v1").replace("USD", "EUR"));
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        CLOCK.moveTo(Instant.parse("2026-04-21T09:00:00Z"));
        accepted(service.post(
                "/api/client-payments",
                "{\"paymentId\":\"p-1\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"10540.00\",\"currency\":\"EUR\"},\"paidOn\":\"2026-04-20\"}"
                        .formatted(DEAL)));
        CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        service.context().getBean(ReleaseSweep.class).sweep();
        accepted(service.request("PUT", "/api/payees/" + PARTNER, PAYEE, MAKER));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void a_partner_whose_taxes_are_unknown_is_not_paid() {
        String batch = planned("unknown");

        assertThat(items(batch + "/payouts")).isEmpty();
        JsonNode block = items(batch + "/blocks").get(0);
        assertThat(block.path("reasons").get(0).asString()).isEqualTo("TAX_UNKNOWN");
        assertThat(block.path("missing").asString())
                .isEqualTo("The partner has no tax profile that is effective on 2026-06-01.");
        assertThat(balance("payable")).as("nothing is allocated").isEqualTo("1054.00");
    }

    @Test
    @Order(2)
    void the_batch_shows_commission_vat_withheld_tax_and_the_amount_that_is_paid() {
        accepted(service.request("PUT", "/api/payees/" + PARTNER + "/tax-profile", TAXES, MAKER));
        String batch = planned("taxed");

        JsonNode part = service.get(batch).json().path("parts").get(0);
        assertThat(amount(part, "commission")).isEqualTo("1054.00");
        assertThat(amount(part, "vat")).isEqualTo("200.26");
        assertThat(amount(part, "withheld")).isEqualTo("105.40");
        assertThat(amount(part, "amount")).isEqualTo(PAID);
        assertThat(service.get(batch).json().at("/totals/0/amount").asString()).isEqualTo(PAID);
        JsonNode payout = items(batch + "/payouts").get(0);
        assertThat(amount(payout, "amount")).isEqualTo(PAID);
        assertThat(amount(payout, "commission")).isEqualTo("1054.00");
        assertThat(amount(payout, "vat")).isEqualTo("200.26");
        assertThat(amount(payout, "withheld")).isEqualTo("105.40");
    }

    @Test
    @Order(3)
    void the_payment_file_carries_the_amount_that_is_paid() throws Exception {
        String batch = "/api/payout-batches/taxed";
        accepted(service.post(batch + "/approve", "", CHECKER));

        String file = service.request("GET", batch + "/pain001", null, MAKER).body();

        Pain001Schema.validate(file.getBytes(StandardCharsets.UTF_8));
        assertThat(file)
                .contains("<InstdAmt Ccy=\"EUR\">" + PAID + "</InstdAmt>")
                .contains("<CtrlSum>" + PAID + "</CtrlSum>");
        assertThat(service.request("GET", batch + "/csv", null, MAKER)
                        .body()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains("," + PAID + ",EUR,APPROVED,")
                .endsWith(",1054.00,200.26,105.40");
        accepted(service.post(batch + "/submit", "", MAKER));
    }

    @Test
    @Order(4)
    void the_report_of_the_bank_is_matched_with_the_amount_that_is_paid() {
        JsonNode payout = items("/api/payout-batches/taxed/payouts").get(0);
        String reference = payout.path("reference").asString();

        assertThat(reported("CAMT-1", "1054.00", reference)).isEqualTo("AMOUNT_DIFFERS");
        assertThat(reported("CAMT-2", PAID, reference)).isEqualTo("OUTCOME_SET");

        assertThat(balance("paid")).isEqualTo("1054.00");
        assertThat(balance("vat")).isEqualTo("200.26");
        assertThat(balance("withheld")).isEqualTo("105.40");
        assertThat(service.post("/api/ledger/verify", "")
                        .json()
                        .path("verified")
                        .asBoolean())
                .isTrue();
        PublishedRecord event = service
                .awaitRecords("commission.events", records -> records.stream()
                        .anyMatch(record -> record.type().equals("commission.payout-paid.v1")))
                .stream()
                .filter(record -> record.type().equals("commission.payout-paid.v1"))
                .findFirst()
                .orElseThrow();
        Contracts.assertMatches(event.type(), event.text());
        assertThat(amount(event.data(), "amount")).isEqualTo(PAID);
        assertThat(amount(event.data(), "commission")).isEqualTo("1054.00");
        assertThat(amount(event.data(), "vat")).isEqualTo("200.26");
        assertThat(amount(event.data(), "withheld")).isEqualTo("105.40");
    }

    @Test
    @Order(5)
    void the_invoice_and_the_statement_show_the_same_amounts() {
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
        String run = service.post("/api/statement-runs", "{\"quarter\":\"2026-Q2\"}", MAKER)
                .header("Location")
                .orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        JsonNode statement = items("/api/statements?quarter=2026-Q2").get(0);
        String path = "/api/statements/" + statement.path("id").asString();

        assertThat(amount(statement, "earned")).isEqualTo("1054.00");
        assertThat(amount(statement, "paid")).isEqualTo("1054.00");
        assertThat(amount(statement, "vatPaid")).isEqualTo("200.26");
        assertThat(amount(statement, "withheld")).isEqualTo("105.40");
        assertThat(amount(statement, "transferred")).isEqualTo(PAID);
        JsonNode line = items(path + "/lines").stream()
                .filter(one -> one.path("kind").asString().equals("TAX"))
                .findFirst()
                .orElseThrow();
        assertThat(amount(line, "vat")).isEqualTo("200.26");
        assertThat(line.path("valueOn").asString()).isEqualTo("2026-06-01");
        accepted(service.post(path + "/finalize", "{}", MAKER));
        JsonNode invoice =
                await("/api/invoices", invoices -> invoices.size() == 1).get(0);
        assertThat(amount(invoice, "gross")).isEqualTo("1254.26");
        assertThat(amount(invoice, "payable")).isEqualTo(PAID);
    }

    private static String planned(String id) {
        accepted(service.post(
                "/api/payout-batches",
                """
                {"batchId":"%s","cutOff":"2026-06-01","currencies":["EUR"],
                 "minimum":[{"amount":"50.00","currency":"EUR"}]}
                """
                        .formatted(id),
                MAKER));
        String batch = "/api/payout-batches/" + id;
        Awaitility.await(id)
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.get(batch).json().path("status").asString().equals("PLANNED"));
        return batch;
    }

    /** Sends a notification about a payout, and returns the result of its only item. */
    private static String reported(String message, String amount, String reference) {
        String file = camt054(
                        "camt.054.001.04",
                        message,
                        entry(amount, "DBIT", "<NtryDtls>" + details(reference, "") + "</NtryDtls>"))
                .replace("USD", "EUR");
        Answer received = service.post("/api/bank-reports", file, MAKER);
        assertThat(received.status()).as(received.body()).isEqualTo(202);
        String path = received.header("Location").orElseThrow();
        Awaitility.await(path)
                .until(() -> service.get(path).json().path("status").asString().equals("APPLIED"));
        return items(path + "/items").get(0).path("result").asString();
    }

    private static String balance(String account) {
        return items("/api/balances/" + PARTNER).get(0).path(account).asString();
    }

    private static String amount(JsonNode of, String field) {
        return of.path(field).path("amount").asString();
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
    }

    private static List<JsonNode> await(String path, Predicate<List<JsonNode>> expected) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(60)).until(() -> items(path), expected);
    }

    private static List<JsonNode> items(String path) {
        return service.get(path).json().path("items").valueStream().toList();
    }
}
