package io.entente.commission.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.DealFact;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayoutApiIT {

    private static final String MAKER = "Entente-Actor: finance:u-1";
    private static final String CHECKER = "Entente-Actor: finance:u-2";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private static final String PAYEE =
            """
            {"holder":"Harbour Pine LLC","accountNumber":"000123456789","bankCode":"021000021","country":"US",
             "currency":"USD","taxForm":{"type":"W9","receivedOn":"2026-01-05"},"taxId":"12-3456789"}
            """;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.debtor.name=Northwind Consulting",
                "--entente.commission.debtor.iban=CH9300762011623852957");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void money_is_planned_by_one_released_by_another_sent_once_and_told() {
        String partner = "par_whole";
        Money payable = payable(partner, "whole-1");
        putPayee(partner);

        String batch = planned("whole", partner);
        String payout = onlyPayout(batch);
        assertThat(service.post(batch + "/approve", "", MAKER).status()).isEqualTo(409);
        assertThat(service.post(batch + "/approve", "").body()).contains("Entente-Actor");
        assertThat(service.request("GET", batch + "/pain001", null, MAKER).status())
                .as("not approved")
                .isEqualTo(409);
        assertThat(service.post(batch + "/approve", "", CHECKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        String file = service.request("GET", batch + "/pain001", null, MAKER).body();
        assertThat(file)
                .contains("<InstdAmt Ccy=\"USD\">" + payable.getAmount().toPlainString())
                .contains("000123456789");
        assertThat(service.request("GET", batch + "/pain001", null, CHECKER).body())
                .isEqualTo(file);
        assertThat(service.request("GET", batch + "/csv", null, MAKER).body()).contains("Harbour Pine LLC");

        assertThat(service.post(batch + "/submit", "", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(service.post(batch + "/submit", "", MAKER).status())
                .as("said again")
                .isEqualTo(200);
        assertThat(service.post(batch + "/submit", "", CHECKER).status())
                .as("a second time")
                .isEqualTo(409);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-02\"}", 200);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-02\"}", 200);
        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"Closed.\"}", 409);

        assertThat(balance(partner, "paid")).isEqualTo(payable.getAmount().toPlainString());
        List<PublishedRecord> told = told(payout, 2);
        assertThat(told)
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-paid.v1");
        told.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        assertThat(told).extracting(PublishedRecord::sequence).containsExactly(1L, 2L);
        assertThat(service.request("GET", "/api/tax/1099-nec/2026", null, MAKER).body())
                .contains("2026,par_whole,Harbour Pine LLC,W9,****6789,US,USD,1");

        assertThat(service.post("/api/payouts/" + payout + "/outcome", "{\"outcome\":\"RETURNED\"}", MAKER)
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("on", "reason");
        report(payout, "{\"outcome\":\"RETURNED\",\"on\":\"2026-06-05\",\"reason\":\"Name differs.\"}", 200);
        assertThat(service.request("GET", "/api/tax/1099-nec/2026", null, MAKER).body())
                .as("what came back was not paid")
                .doesNotContain("par_whole");
        assertThat(balance(partner, "payable")).isEqualTo(payable.getAmount().toPlainString());
        assertThat(onlyPayout(planned("whole-again", partner))).contains("whole-again");
        verify();
    }

    @Test
    void of_two_batches_planned_at_once_one_gets_the_commission() throws Exception {
        String partner = "par_race";
        Money payable = payable(partner, "race-1");
        putPayee(partner);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        List<String> batches = new ArrayList<>();
        try {
            List<Callable<String>> plans = List.of(() -> planned("race-a", partner), () -> planned("race-b", partner));
            for (Future<String> plan : callers.invokeAll(plans)) {
                batches.add(plan.get());
            }
        } finally {
            callers.shutdownNow();
        }

        List<JsonNode> payouts = new ArrayList<>();
        batches.forEach(batch -> payoutsOf(batch, partner).forEach(payouts::add));
        assertThat(payouts).hasSize(1);
        assertThat(payouts.get(0).path("amount").path("amount").asString())
                .isEqualTo(payable.getAmount().toPlainString());
        verify();
    }

    @Test
    void allocated_by_many_at_once_every_commission_is_in_one_payout() throws Exception {
        String partner = "par_crowd";
        Money payable = Money.zero(CurrencyUnit.USD);
        for (int deal = 0; deal < 6; deal++) {
            payable = payable.plus(payable(partner, "crowd-" + deal));
        }
        PayableMoney money = service.context().getBean(PayableMoney.class);
        Payables payables = service.context().getBean(Payables.class);
        LocalDate cutOff = LocalDate.ofInstant(CLOCK.instant(), java.time.ZoneOffset.UTC);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<PayoutId> ids = new ArrayList<>();
        try {
            List<Callable<Optional<PayableMoney.Allocation>>> takes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                PayoutId id = PayoutId.of("crowd-" + i / 2, new PartnerId(partner), CurrencyUnit.USD);
                ids.add(id);
                takes.add(() -> money.allocate(id, new PartnerId(partner), CurrencyUnit.USD, cutOff, "finance:u-1"));
            }
            for (Future<Optional<PayableMoney.Allocation>> take : callers.invokeAll(takes)) {
                take.get();
            }
        } finally {
            callers.shutdownNow();
        }

        List<PayoutEntry.Item> items = ids.stream()
                .distinct()
                .flatMap(id -> payables.find(id.value()).stream())
                .flatMap(entry -> entry.items().stream())
                .toList();
        assertThat(items).extracting(PayoutEntry.Item::commission).doesNotHaveDuplicates();
        assertThat(items.stream().map(PayoutEntry.Item::amount).reduce(Money.zero(CurrencyUnit.USD), Money::plus))
                .isEqualTo(payable);
        verify();
    }

    @Test
    void who_cannot_be_paid_is_listed_with_every_reason() {
        String partner = "par_blocked";
        payable(partner, "blocked-1");

        assertThat(reasons(planned("blocked-1", partner), partner)).containsExactly("NO_PAYMENT_DETAILS");
        assertThat(service.request(
                                "PUT",
                                "/api/payees/" + partner,
                                PAYEE.replace("\"W9\"", "\"W8BEN\"")
                                        .replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\""),
                                MAKER)
                        .status())
                .isEqualTo(200);
        assertThat(reasons(planned("blocked-2", partner), partner))
                .containsExactlyInAnyOrder("ON_HOLD", "MISSING_TAX_FORM");
        putPayee(partner);
        String batch = planned("blocked-3", partner);
        assertThat(payoutsOf(batch, partner)).hasSize(1);

        assertThat(service.post(batch + "/cancel", "", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(payoutsOf(planned("blocked-4", partner), partner))
                .as("free again")
                .hasSize(1);
        verify();
    }

    @Test
    void a_payout_that_failed_is_payable_again_and_one_in_doubt_is_a_persons_turn() {
        String partner = "par_failed";
        payable(partner, "failed-1");
        putPayee(partner);
        String batch = planned("failed-1", partner);
        String payout = onlyPayout(batch);
        service.post(batch + "/approve", "", CHECKER);
        service.post(batch + "/submit", "", MAKER);

        report(payout, "{\"outcome\":\"RECONCILE_REQUIRED\",\"reason\":\"No answer.\"}", 200);
        assertThat(payoutsOf(planned("failed-2", partner), partner))
                .as("still claimed")
                .isEmpty();
        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"The account is closed.\"}", 200);

        assertThat(payoutsOf(planned("failed-3", partner), partner)).hasSize(1);
        assertThat(told(payout, 2))
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-failed.v1");
        verify();
    }

    @Test
    void what_the_bank_does_not_have_cannot_fail_there_and_is_free_again_once_its_batch_is_given_up() {
        String partner = "par_given_up";
        payable(partner, "given-up-1");
        putPayee(partner);
        String batch = planned("given-up-1", partner);
        String payout = onlyPayout(batch);
        service.post(batch + "/approve", "", CHECKER);

        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"Closed.\"}", 409);
        assertThat(payoutsOf(planned("given-up-2", partner), partner))
                .as("still claimed")
                .isEmpty();
        assertThat(service.post(batch + "/cancel", "", MAKER).status()).isEqualTo(200);

        assertThat(service.request("GET", batch + "/pain001", null, MAKER).status())
                .isEqualTo(409);
        assertThat(service.post(batch + "/submit", "", MAKER).status()).isEqualTo(409);
        assertThat(told(payout, 2))
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-failed.v1");
        assertThat(payoutsOf(planned("given-up-3", partner), partner)).hasSize(1);
        verify();
    }

    @Test
    void payment_details_go_in_whole_and_come_out_masked() {
        Answer stored = service.request(
                "PUT",
                "/api/payees/par_masked",
                """
                {"holder":"Studio Nord","iban":"DE89 3704 0044 0532 0130 00","bic":"COBADEFFXXX","country":"DE","currency":"EUR"}
                """,
                MAKER);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(service.get("/api/payees/par_masked").body())
                .contains("****3000")
                .doesNotContain("DE89");

        Answer refused = service.request(
                "PUT",
                "/api/payees/par_masked",
                """
                {"holder":"Studio Nord","iban":"DE88370400440532013000","bic":"NOBIC","country":"DE","currency":"XXY"}
                """,
                MAKER);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("iban", "bic", "currency");
        assertThat(refused.body()).doesNotContain("370400440532013000");
    }

    @Test
    void bad_batches_are_refused_by_field() {
        assertThat(service.post("/api/payout-batches", "{\"currencies\":[]}", MAKER)
                        .body())
                .contains("\"cutOff\"")
                .contains("\"currencies\"");
        assertThat(service.post(
                                "/api/payout-batches",
                                """
                                {"cutOff":"2026-05-31","currencies":["USD","XXY"],"minimum":[
                                 {"amount":"5.00","currency":"EUR"},{"amount":"0.00","currency":"USD"}]}
                                """,
                                MAKER)
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("currencies[1]", "minimum[0].currency", "minimum[1].amount");
        String batch = "{\"batchId\":\"same\",\"cutOff\":\"2026-05-31\",\"currencies\":[\"CHF\"]}";
        assertThat(service.post("/api/payout-batches", batch, MAKER).status()).isEqualTo(202);
        assertThat(service.post("/api/payout-batches", batch, MAKER).header("Idempotency-Replayed"))
                .contains("true");
        assertThat(service.post("/api/payout-batches", batch.replace("CHF", "EUR"), MAKER)
                        .status())
                .isEqualTo(422);
        assertThat(service.get("/api/payout-batches/none").status()).isEqualTo(404);
    }

    /** A deal of this partner that the client has paid, and whose commission has become payable. */
    private static Money payable(String partner, String deal) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                6,
                partner,
                Contracts.sample("partner.profile.v1").replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner));
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                "ref-" + deal,
                1,
                partner,
                Contracts.sample("referral.deal-closed.v1")
                        .replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner)
                        .replace("01K3E5G7H9J1K3M5N7P9Q1R3ST", deal));
        PublishedRecord accrued = service
                .awaitRecords(
                        "commission.events", records -> records.stream().anyMatch(record -> isAccrual(record, deal)))
                .stream()
                .filter(record -> isAccrual(record, deal))
                .findFirst()
                .orElseThrow();
        Money dealAmount = money(accrued.data().path("dealAmount"));
        service.context()
                .getBean(SettleDeals.class)
                .record(new DealFact(
                        DealFact.Kind.PAYMENT,
                        "pay-" + deal,
                        deal,
                        dealAmount,
                        LocalDate.parse("2026-04-10"),
                        "Paid.",
                        "finance:u-1"));
        CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        service.context().getBean(ReleaseSweep.class).sweep();
        return money(accrued.data().path("amount"));
    }

    private static boolean isAccrual(PublishedRecord record, String deal) {
        return record.type().equals("commission.commission-accrued.v1")
                && record.data().path("dealId").asString().equals(deal);
    }

    private static void putPayee(String partner) {
        Answer stored = service.request("PUT", "/api/payees/" + partner, PAYEE, MAKER);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    }

    /** A batch of the partners there are; answers where it is. */
    private static String planned(String id, String partner) {
        Answer started = service.post(
                "/api/payout-batches",
                """
                {"batchId":"%s","cutOff":"2026-06-01","currencies":["USD"],
                 "minimum":[{"amount":"50.00","currency":"USD"}]}
                """
                        .formatted(id),
                MAKER);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String batch = started.header("Location").orElseThrow();
        Awaitility.await("batch " + id + " for " + partner)
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.get(batch).json().path("status").asString().equals("PLANNED"));
        return batch;
    }

    private static List<JsonNode> payoutsOf(String batch, String partner) {
        List<JsonNode> found = new ArrayList<>();
        service.get(batch + "/payouts?limit=200").json().path("items").forEach(payout -> {
            if (payout.path("partnerId").asString().equals(partner)) {
                found.add(payout);
            }
        });
        return found;
    }

    private static String onlyPayout(String batch) {
        JsonNode items = service.get(batch + "/payouts").json().path("items");
        assertThat(items).as(items.toString()).hasSize(1);
        return items.get(0).path("id").asString();
    }

    private static List<String> reasons(String batch, String partner) {
        List<String> reasons = new ArrayList<>();
        service.get(batch + "/blocks").json().path("items").forEach(block -> {
            if (block.path("partnerId").asString().equals(partner)) {
                block.path("reasons").forEach(reason -> reasons.add(reason.asString()));
            }
        });
        return reasons;
    }

    private static void report(String payout, String outcome, int status) {
        Answer answer = service.post("/api/payouts/" + payout + "/outcome", outcome, MAKER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private static String balance(String partner, String account) {
        return service.get("/api/balances/" + partner)
                .json()
                .path("items")
                .get(0)
                .path(account)
                .asString();
    }

    /** What a payout told, each event once: one may come again where its payout was written again before its acknowledgement. */
    private static List<PublishedRecord> told(String payout, int count) {
        return told(
                payout,
                service.awaitRecords(
                        "commission.events", records -> told(payout, records).size() >= count));
    }

    private static List<PublishedRecord> told(String payout, List<PublishedRecord> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(record -> record.subject().equals(payout))
                .filter(record -> seen.add(record.envelope().id()))
                .toList();
    }

    private static Money money(JsonNode json) {
        return Money.parse(
                json.path("currency").asString() + " " + json.path("amount").asString());
    }

    private static void verify() {
        assertThat(service.post("/api/ledger/verify", "")
                        .json()
                        .path("verified")
                        .asBoolean())
                .isTrue();
    }
}
