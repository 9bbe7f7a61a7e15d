package io.entente.commission.statements;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatementApiIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    /** A word of the partner's name. */
    private static final String NAME = "harbour";

    private static final String ISSUED = "commission.statement-issued.v1";
    private static final String FINALIZED = "commission.statement-finalized.v1";
    private static final String FINANCE = asFinance("u-1");
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;
    private static String statement;

    @BeforeAll
    static void a_quarter_with_one_deal_is_over() {
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.statement-sweep-interval=200ms");
        service.publishSample("partner.profile.v1");
        service.publish(
                "referral.events",
                "referral.referral-submitted.v1",
                "ref-1",
                1,
                PARTNER,
                Contracts.sample("referral.referral-submitted.v1").replace("2026-03-02T02:15", "2026-04-01T02:15"));
        service.publishSample("referral.deal-closed.v1");
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
        run("2026-Q2");
        statement = service.get("/api/statements?partnerId=" + PARTNER)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_statement_shows_referrals_earnings_and_the_balance() {
        JsonNode issued = service.get("/api/statements/" + statement).json();

        assertThat(issued.path("referrals").asInt()).isEqualTo(1);
        assertThat(issued.path("revenue").path("amount").asString()).isEqualTo("10540.00");
        assertThat(issued.path("earned").path("amount").asString()).isEqualTo("1054.00");
        assertThat(issued.path("openingBalance").path("amount").asString()).isEqualTo("0.00");
        assertThat(issued.path("closingBalance").path("amount").asString()).isEqualTo("1054.00");
        JsonNode line = service.get("/api/statements/" + statement + "/lines")
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("earned").path("amount").asString()).isEqualTo("1054.00");
        assertThat(line.path("kind").asString()).isEqualTo("ACCRUAL");
        assertThat(line.path("bookedOn").asString()).isEqualTo("2026-04-02");
        assertThat(line.path("valueOn").asString()).isNotEmpty();
        assertThat(line.path("hash").asString())
                .isEqualTo(issued.path("lastLedgerTransaction").asString());
        assertThat(issued.path("ledgerTransactionBefore").asString()).isEqualTo("0".repeat(64));
        assertThat(issued.path("revenueTakenBack").path("amount").asString()).isEqualTo("0.00");
        assertThat(issued.path("earnedPayable").path("amount").asString()).isEqualTo("0.00");
        assertThat(issued.path("earnedWaiting").path("amount").asString()).isEqualTo("1054.00");
        assertThat(issued.path("payableNow").path("amount").asString()).isEqualTo("0.00");
        assertThat(issued.path("waiting").path("amount").asString()).isEqualTo("1054.00");
    }

    @Test
    void statements_are_found_by_the_partners_name_and_by_their_id() {
        for (String found : List.of(
                "q=" + NAME,
                "q=" + statement,
                "q=" + PARTNER + "&status=ISSUED&status=FINALIZED&currency=USD&quarter=2026-Q2")) {
            assertThat(service.get("/api/statements?" + found)
                            .json()
                            .path("items")
                            .toString())
                    .as(found)
                    .contains(statement);
            assertThat(service.get("/api/statements/export?" + found).body())
                    .as(found)
                    .contains(statement);
        }
        for (String none : List.of("q=Nobody", "q=" + NAME + "&currency=EUR", "quarter=2026-Q2&status=DRAFT")) {
            assertThat(service.get("/api/statements?" + none).json().path("items"))
                    .as(none)
                    .isEmpty();
        }
    }

    @Test
    void a_second_run_of_a_quarter_issues_and_publishes_nothing_again() {
        run("2026-Q2");
        run("2026-Q2");

        List<PublishedRecord> told = service.records("commission.events").stream()
                .filter(record ->
                        record.type().equals(ISSUED) && record.subject().equals(statement))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).key()).isEqualTo(PARTNER);
        Contracts.assertMatches(ISSUED, told.get(0).text());
        assertThat(told.get(0).data().path("actor").asString()).isEqualTo("user:u-1");
    }

    @Test
    void a_statement_is_available_as_csv_and_pdf() {
        Answer csv = service.get("/api/statements/" + statement + "/csv");
        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> rows = csv.body().lines().toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).contains("OPENING_BALANCE").contains("0.00,USD");
        assertThat(rows.get(2)).contains(",Commission,\"10% of the deal of 10,540.00, by plan ");
        assertThat(rows.get(2)).contains("ACCRUAL").contains("10540.00,1054.00,0.00,1054.00,USD");
        assertThat(rows.get(3))
                .endsWith(
                        "CLOSING_BALANCE,,,,,,,,1054.00,USD,,,10540.00,1054.00,0.00,0.00,0.00,1054.00,0.00,1054.00,,,0.00,0.00,0.00,,");
        assertThat(service.get("/api/statements/" + statement + "/csv?bom=true").body())
                .isEqualTo("\uFEFF" + csv.body());

        assertThat(service.get("/api/statements/export?quarter=2026-Q2&partnerId=" + PARTNER)
                        .body()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(statement + "," + PARTNER + ",2026-Q2,USD,")
                .contains(",1,10540.00,0.00,0.00,1054.00,0.00,0.00,0.00,0.00,1054.00,");
        assertThat(service.get("/api/statements/export?quarter=2026-Q1").body().lines())
                .hasSize(1);

        Answer pdf = service.get("/api/statements/" + statement + "/pdf");
        assertThat(pdf.header("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
    }

    @Test
    void a_disputed_line_keeps_the_statement_open_until_it_is_resolved() {
        CLOCK.moveTo(Instant.parse("2026-10-02T09:00:00Z"));
        run("2026-Q3");
        String quiet = service.get("/api/statements?quarter=2026-Q3")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(service.get("/api/statements/" + quiet)
                        .json()
                        .path("openingBalance")
                        .path("amount")
                        .asString())
                .isEqualTo("1054.00");

        // The time for disputes of the second quarter ended in August, so the sweep has finalized its statement.
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> service.get("/api/statements/" + statement)
                .json()
                .path("status")
                .asString()
                .equals("FINALIZED"));
        PublishedRecord finalized = service
                .awaitRecords("commission.events", records -> records.stream()
                        .anyMatch(record -> record.type().equals(FINALIZED)))
                .stream()
                .filter(record -> record.type().equals(FINALIZED))
                .findFirst()
                .orElseThrow();
        assertThat(finalized.sequence()).isEqualTo(2);
        Contracts.assertMatches(FINALIZED, finalized.text());

        String late = "/api/statements/" + statement + "/lines/1/";
        assertThat(service.post(late + "dispute", "{\"reason\":\"Too late.\"}").status())
                .isEqualTo(409);
        String none = "/api/statements/" + quiet + "/lines/1/";
        assertThat(service.post(none + "dispute", "{\"reason\":\"Not on this one.\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_draft_of_the_current_quarter_stays_a_draft() {
        String current = Quarter.of(CLOCK.instant(), ZoneOffset.UTC).toString();
        Answer started =
                service.post("/api/statement-runs", "{\"quarter\":\"%s\",\"draft\":true}".formatted(current), FINANCE);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        JsonNode draft = service.get("/api/statements?quarter=" + current)
                .json()
                .path("items")
                .get(0);

        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        Answer refused = service.post("/api/statements/" + draft.path("id").asString() + "/issue", "", FINANCE);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(current + " is not over yet");
    }

    @Test
    void a_draft_of_a_quarter_that_has_not_begun_is_refused() {
        Answer refused = service.post("/api/statement-runs", "{\"quarter\":\"2027-Q4\",\"draft\":true}", FINANCE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("has not begun yet; drafts are drawn up of the current quarter or an earlier one");
    }

    @Test
    void bad_requests_name_every_invalid_field() {
        assertThat(service.post("/api/statement-runs", "{\"quarter\":\"2026-Q5\"}", FINANCE)
                        .body())
                .contains("\"field\":\"quarter\"");
        assertThat(service.post("/api/statement-runs", "{\"quarter\":\"2030-Q1\"}", FINANCE)
                        .status())
                .isEqualTo(422);
        assertThat(service.get("/api/statements?quarter=Q2").status()).isEqualTo(400);
        assertThat(service.get("/api/statements/stm_none").status()).isEqualTo(404);
        assertThat(service.post("/api/statements/" + statement + "/lines/1/dispute", "{\"reason\":\" \"}")
                        .body())
                .contains("\"field\":\"reason\"");
    }

    private static void run(String quarter) {
        Answer started = service.post("/api/statement-runs", "{\"quarter\":\"" + quarter + "\"}", FINANCE);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        assertThat(service.get(run).json().path("failed")).isEmpty();
    }
}
