package io.entente.commission.statements;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A deal of 10,540.00 at 10 % is paid out in one quarter, and everything is taken back in the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakenBackIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String DEAL = "01K3E5G7H9J1K3M5N7P9Q1R3ST";
    private static final String FINANCE = asFinance("u-1");
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void a_deal_is_paid_by_its_client_and_paid_out() {
        service = RunningService.start(CommissionServiceApplication.service()
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)));
        service.publishSample("partner.profile.v1");
        service.publishSample("referral.deal-closed.v1");
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        CLOCK.moveTo(Instant.parse("2026-04-21T09:00:00Z"));
        Answer paid = service.post(
                "/api/client-payments",
                "{\"paymentId\":\"p-1\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"10540.00\",\"currency\":\"USD\"},\"paidOn\":\"2026-04-20\"}"
                        .formatted(DEAL));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        service.context().getBean(ReleaseSweep.class).sweep();
        Payables payables = service.context().getBean(Payables.class);
        assertThat(payables.allocate(
                        "po-1", new PartnerId(PARTNER), CurrencyUnit.USD, LocalDate.parse("2026-06-01"), "finance:u-1"))
                .isPresent();
        payables.paid("po-1", "finance:u-1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void a_quarter_in_which_all_is_paid_ends_with_nothing() {
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));

        JsonNode statement = issued("2026-Q2");

        assertFigures(statement, "10540.00", "1054.00", "1054.00");
    }

    @Test
    @Order(2)
    void a_draft_is_drawn_up_again_each_time_it_is_asked_for_and_an_issued_statement_never_changes() {
        CLOCK.moveTo(Instant.parse("2026-07-03T09:00:00Z"));
        String issued = service.get("/api/statements?quarter=2026-Q2").body();
        refund("r-1", "1054.00");
        String draft = "/api/statements/" + drawnUp("2026-Q3", true).path("id").asString();
        assertThat(service.get(draft).json().path("revenue").path("amount").asString())
                .isEqualTo("-1054.00");

        refund("r-2", "1054.00");

        JsonNode again = service.get(draft).json();
        assertThat(again.path("status").asString()).isEqualTo("DRAFT");
        assertThat(again.path("revenue").path("amount").asString()).isEqualTo("-2108.00");
        assertThat(again.path("revenueTakenBack").path("amount").asString()).isEqualTo("2108.00");
        assertThat(again.path("earned").path("amount").asString()).isEqualTo("-210.80");
        assertThat(again.path("earnedPayable").path("amount").asString()).isEqualTo("-210.80");
        assertThat(again.path("earnedWaiting").path("amount").asString()).isEqualTo("0.00");
        assertThat(again.path("payableNow").path("amount").asString()).isEqualTo("-210.80");
        JsonNode line = service.get(draft + "/lines").json().path("items").get(0);
        assertThat(line.path("revenue").path("amount").asString()).isEqualTo("-1054.00");
        assertThat(line.path("bookedOn").asString()).isEqualTo("2026-07-03");
        assertThat(line.path("valueOn").asString()).isEqualTo("2026-06-30");
        assertThat(service.get(draft + "/csv").body()).contains("2026-07-03,2026-06-30,CLAWED_BACK");
        assertThat(service.get("/api/statements?quarter=2026-Q3").body()).contains("-2108.00");
        assertThat(service.get("/api/statements?quarter=2026-Q2").body()).isEqualTo(issued);
    }

    @Test
    @Order(3)
    void a_quarter_in_which_more_is_taken_back_than_earned_is_published_with_amounts_below_zero() {
        CLOCK.moveTo(Instant.parse("2026-07-10T09:00:00Z"));
        service.context().getBean(Payables.class).returned("po-1", 0, "The account is closed.", "finance:u-1");
        service.publish(
                "referral.events",
                "referral.deal-reversed.v1",
                DEAL,
                2,
                PARTNER,
                Contracts.sample("referral.deal-reversed.v1").replace("2108.00", "10540.00"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> service.get(
                        "/api/ledger/" + PARTNER + "?limit=200")
                .body()
                .contains("\"RECOUNTED\""));
        CLOCK.moveTo(Instant.parse("2026-10-02T09:00:00Z"));

        JsonNode statement = issued("2026-Q3");

        assertFigures(statement, "-10540.00", "-1054.00", "-1054.00");
        String id = statement.path("id").asString();
        for (String column : new String[] {"revenue", "earned", "paid"}) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode line :
                    service.get("/api/statements/" + id + "/lines").json().path("items")) {
                sum = sum.add(new BigDecimal(line.path(column).path("amount").asString()));
            }
            assertThat(sum)
                    .as("sum of %s", column)
                    .isEqualByComparingTo(statement.path(column).path("amount").asString());
        }
        PublishedRecord event = service
                .awaitRecords("commission.events", records -> records.stream().anyMatch(record -> isIssued(record, id)))
                .stream()
                .filter(record -> isIssued(record, id))
                .findFirst()
                .orElseThrow();
        Contracts.assertMatches(event.type(), event.text());
        assertThat(event.data().path("revenue").path("amount").asString()).isEqualTo("-10540.00");
        assertThat(event.data().path("paid").path("amount").asString()).isEqualTo("-1054.00");
    }

    private static void refund(String id, String amount) {
        Answer refunded = service.post(
                "/api/refunds",
                "{\"refundId\":\"%s\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"on\":\"2026-06-30\"}"
                        .formatted(id, DEAL, amount));
        assertThat(refunded.status()).as(refunded.body()).isEqualTo(201);
    }

    private static void assertFigures(JsonNode statement, String revenue, String earned, String paid) {
        assertThat(statement.path("revenue").path("amount").asString()).isEqualTo(revenue);
        assertThat(statement.path("earned").path("amount").asString()).isEqualTo(earned);
        assertThat(statement.path("paid").path("amount").asString()).isEqualTo(paid);
        assertThat(statement.path("openingBalance").path("amount").asString()).isEqualTo("0.00");
        assertThat(statement.path("closingBalance").path("amount").asString()).isEqualTo("0.00");
    }

    private static boolean isIssued(PublishedRecord record, String statement) {
        return record.type().equals("commission.statement-issued.v1")
                && record.subject().equals(statement);
    }

    private static JsonNode issued(String quarter) {
        return drawnUp(quarter, false);
    }

    private static JsonNode drawnUp(String quarter, boolean draft) {
        Answer started = service.post(
                "/api/statement-runs", "{\"quarter\":\"%s\",\"draft\":%s}".formatted(quarter, draft), FINANCE);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        return service.get("/api/statements?quarter=" + quarter)
                .json()
                .path("items")
                .get(0);
    }
}
