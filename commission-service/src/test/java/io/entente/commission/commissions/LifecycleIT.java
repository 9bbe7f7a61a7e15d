package io.entente.commission.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.ledger.audit.ReconcileLedger;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

class LifecycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ASKS = "Entente-Actor: finance:u-1";
    private static final String OTHER = "Entente-Actor: finance:u-2";
    private static final LocalDate CUT_OFF = LocalDate.parse("2026-06-30");

    @TempDir
    private static Path directory;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Path compliance = directory.resolve("compliance.json");
        Files.writeString(
                compliance,
                "[{\"country\":\"SG\",\"from\":\"2020-01-01\",\"reason\":\"The client's consent is missing.\"}]");
        service = RunningService.start(
                CommissionServiceApplication.service(),
                "--entente.commission.release-sweep-interval=200ms",
                "--entente.commission.compliance=" + compliance.toUri());
        service.post(
                "/api/commission-plans",
                """
                {"code":"ten","name":"Ten percent","effectiveFrom":"2000-01-01",
                 "appliesTo":{"tiers":["STRATEGIC"]},"rule":{"type":"PERCENT","rate":"0.10"}}
                """);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void instalments_become_payable_and_each_step_is_told_without_gaps() {
        String commission = close("par_paid", "paid-1");
        pay("paid-1-a", "paid-1", "333.33");
        pay("paid-1-b", "paid-1", "333.33");
        Answer third = pay("paid-1-c", "paid-1", "333.34");
        Answer again = pay("paid-1-c", "paid-1", "333.34");

        assertThat(third.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(third.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        awaitStatus(commission, "PAYABLE");
        Awaitility.await().atMost(PATIENCE).until(() -> service.get("/api/balances/par_paid")
                .body()
                .contains("\"accrued\":\"0.00\",\"payable\":\"100.00\""));
        List<PublishedRecord> events = service.awaitRecords(
                "commission.events", all -> released(commission, all).equals("100.00"));
        List<PublishedRecord> own = of(commission, events);
        assertThat(own)
                .extracting(PublishedRecord::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, own.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        own.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        JsonNode detail = service.get("/api/commissions/" + commission).json();
        assertThat(detail.path("changes").get(0).path("kind").asString()).isEqualTo("SCHEDULED");
        assertThat(detail.path("changes").get(0).path("explanation").toString()).contains("333.33 USD", "paid-1-a");
    }

    @Test
    void bad_payments_are_refused_field_by_field_and_a_name_is_used_once() {
        close("par_bad", "bad-1");
        pay("bad-1-a", "bad-1", "10.00");

        assertThat(service.post(
                                "/api/client-payments",
                                "{\"paymentId\":\"a b\",\"amount\":{\"amount\":\"x\",\"currency\":\"USD\"}}")
                        .body())
                .contains("\"paymentId\"", "\"dealId\"", "\"amount.amount\"", "\"paidOn\"");
        assertThat(service.post(
                                "/api/client-payments",
                                "{\"paymentId\":\"bad-1-far\",\"dealId\":\"bad-1\",\"paidOn\":\"+999999999-12-31\","
                                        + "\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                        .body())
                .contains("\"paidOn\"", "2199");
        assertThat(pay("bad-1-a", "bad-1", "11.00").status()).isEqualTo(422);
        assertThat(service.post(
                                "/api/client-payments",
                                payment("bad-1-b", "bad-1", "10.00").replace("USD", "EUR"))
                        .body())
                .contains("amount.currency", "USD");
        assertThat(service.get("/api/client-payments/bad-1-a")
                        .json()
                        .path("dealId")
                        .asString())
                .isEqualTo("bad-1");
        assertThat(service.get("/api/client-payments/nobody").status()).isEqualTo(404);
    }

    @Test
    void a_reversal_that_comes_before_its_deal_nets_to_zero() {
        learn("par_undone");
        service.publish(
                "referral.events",
                "referral.deal-reversed.v1",
                "ref_undone-1",
                2,
                "par_undone",
                """
                {"referralId":"ref_undone-1","partnerId":"par_undone","dealId":"undone-1","service":"Audit",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"1000.00","currency":"USD"},"dealAmount":{"amount":"1000.00","currency":"USD"},
                 "reversedOn":"2026-04-03","reason":"The client withdrew.","occurredAt":"2026-04-03T09:00:00Z",
                 "actor":"system","origin":"LIVE"}
                """);
        String commission = close("par_undone", "undone-1");

        awaitStatus(commission, "VOIDED");
        JsonNode chain = service.get("/api/ledger/par_undone").json().path("items");
        assertThat(chain.size()).isEqualTo(2);
        assertThat(service.get("/api/balances/par_undone").body()).contains("\"accrued\":\"0.00\"");
        PublishedRecord voided = of(
                        commission,
                        service.awaitRecords(
                                "commission.events", all -> of(commission, all).size() == 2))
                .get(1);
        assertThat(voided.type()).isEqualTo("commission.commission-voided.v1");
        Contracts.assertMatches(voided.type(), voided.text());
    }

    @Test
    void what_is_refunded_after_a_payout_is_netted_from_the_next() {
        Payables payables = service.context().getBean(Payables.class);
        PartnerId partner = new PartnerId("par_out");
        String first = close("par_out", "out-1");
        pay("out-1-a", "out-1", "1000.00");
        awaitStatus(first, "PAYABLE");
        PayoutEntry one = allocate(payables, "po-1", partner).orElseThrow();
        assertThat(one.net()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(allocate(payables, "po-1", partner)).contains(one);
        assertThat(allocate(payables, "po-2", partner)).isEmpty();
        payables.paid("po-1", "finance:u-1");
        payables.paid("po-1", "finance:u-1");
        awaitStatus(first, "PAID");

        refund("out-1-r", "out-1", "400.00");
        assertThat(service.get("/api/balances/par_out").body())
                .contains("\"paid\":\"100.00\",\"clawbackDue\":\"40.00\"");
        String second = close("par_out", "out-2");
        pay("out-2-a", "out-2", "1000.00");
        awaitStatus(second, "PAYABLE");
        assertThat(payables.payable(partner, CurrencyUnit.USD, CUT_OFF).net()).isEqualTo(Money.parse("USD 60.00"));
        PayoutEntry next = allocate(payables, "po-3", partner).orElseThrow();
        assertThat(next.net()).isEqualTo(Money.parse("USD 60.00"));
        payables.failed("po-3", "The account is closed.", "system");
        assertThat(service.get("/api/balances/par_out").body())
                .contains(
                        "\"payable\":\"100.00\",\"allocated\":\"0.00\",\"paid\":\"100.00\",\"clawbackDue\":\"40.00\"");
        allocate(payables, "po-4", partner);
        payables.paid("po-4", "finance:u-1");
        assertThat(service.get("/api/balances/par_out").body())
                .contains("\"payable\":\"0.00\",\"allocated\":\"0.00\",\"paid\":\"160.00\",\"clawbackDue\":\"0.00\"");
        payables.returned("po-4", "The bank sent it back.", "system");
        assertThat(service.get("/api/balances/par_out").body())
                .contains(
                        "\"payable\":\"100.00\",\"allocated\":\"0.00\",\"paid\":\"100.00\",\"clawbackDue\":\"40.00\"");
    }

    @Test
    void of_payouts_planned_at_once_each_commission_is_in_one() {
        Payables payables = service.context().getBean(Payables.class);
        PartnerId partner = new PartnerId("par_race");
        List<String> commissions = IntStream.range(0, 4)
                .mapToObj(i -> close("par_race", "race-" + i))
                .toList();
        IntStream.range(0, 4).forEach(i -> pay("race-pay-" + i, "race-" + i, "1000.00"));
        commissions.forEach(commission -> awaitStatus(commission, "PAYABLE"));

        List<CompletableFuture<Optional<PayoutEntry>>> planned = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> allocate(payables, "race-po-" + i, partner)))
                .toList();

        List<PayoutEntry.Item> items = planned.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .flatMap(payout -> payout.items().stream())
                .toList();
        assertThat(items).hasSize(4).extracting(PayoutEntry.Item::commission).doesNotHaveDuplicates();
        assertThat(service.get("/api/balances/par_race").body())
                .contains("\"payable\":\"0.00\",\"allocated\":\"400.00\"");
    }

    @Test
    void a_held_commission_waits_until_it_is_released() {
        String commission = close("par_held", "held-1");
        assertThat(act(commission, "hold", "{\"reason\":\"Asked why.\"}").status())
                .isEqualTo(400);
        assertThat(act(commission, "hold", "{\"reason\":\"Asked why.\"}", ASKS, "If-Match: \"2\"")
                        .status())
                .as("decided on another version")
                .isEqualTo(412);
        assertThat(act(commission, "hold", "{\"reason\":\"Asked why.\"}", ASKS, "If-Match: \"1\"")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ON_HOLD");
        pay("held-1-a", "held-1", "1000.00");

        Answer released = act(commission, "release", "{\"reason\":\"Answered.\"}", ASKS);

        assertThat(released.json().path("status").asString()).isEqualTo("PAYABLE");
        List<PublishedRecord> events = of(
                commission,
                service.awaitRecords(
                        "commission.events", all -> of(commission, all).size() == 4));
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "commission.commission-accrued.v1",
                        "commission.commission-held.v1",
                        "commission.commission-released.v1",
                        "commission.commission-released.v1");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void a_large_correction_needs_a_second_person() {
        String commission = close("par_fix", "fix-1");
        String large =
                "{\"adjustmentId\":\"a-1\",\"amount\":{\"amount\":\"600.00\",\"currency\":\"USD\"},\"reason\":\"Agreed.\"}";

        Answer asked = act(commission, "adjustments", large, ASKS);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("status").asString()).isEqualTo("WAITING");
        assertThat(act(commission, "adjustments/a-1/approve", "", ASKS).status())
                .isEqualTo(409);
        assertThat(amounts(commission).path("adjusted").asString()).isEqualTo("0.00");
        assertThat(act(commission, "adjustments/a-1/approve", "", OTHER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(act(commission, "adjustments/a-1/approve", "", OTHER).status())
                .isEqualTo(200);

        assertThat(amounts(commission).path("net").asString()).isEqualTo("700.00");
        String small = large.replace("600.00", "-50.00").replace("a-1", "a-2");
        assertThat(act(commission, "adjustments", small, ASKS)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(act(commission, "adjustments", small, ASKS).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(act(commission, "adjustments", small.replace("-50", "-51"), ASKS)
                        .status())
                .isEqualTo(422);
        assertThat(act(commission, "adjustments", small.replace("-50", "-9000").replace("a-2", "a-3"), ASKS)
                        .status())
                .isEqualTo(409);
        assertThat(amounts(commission).path("net").asString()).isEqualTo("650.00");
        String against = large.replace("600.00", "-620.00");
        act(commission, "adjustments", against.replace("a-1", "a-4"), ASKS);
        act(commission, "adjustments", against.replace("a-1", "a-5"), ASKS);
        assertThat(act(commission, "adjustments/a-4/approve", "", OTHER, "If-Match: \"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(act(commission, "adjustments/a-4/approve", "", OTHER).status())
                .isEqualTo(200);
        assertThat(act(commission, "adjustments/a-5/approve", "", OTHER).status())
                .as("more than is left")
                .isEqualTo(409);
        assertThat(service.get("/api/commissions/" + commission + "/adjustments/a-5")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITING");
        PublishedRecord adjusted = of(
                        commission,
                        service.awaitRecords(
                                "commission.events", all -> of(commission, all).size() == 4))
                .get(1);
        assertThat(adjusted.type()).isEqualTo("commission.commission-adjusted.v1");
        Contracts.assertMatches(adjusted.type(), adjusted.text());
    }

    @Test
    void commission_waits_for_consent_where_the_country_asks() {
        learn("par_asks");
        publishDeal("par_asks", "asks-1", ",\"country\":\"SG\"", "");
        String commission = commissionOf("asks-1");
        awaitStatus(commission, "ON_HOLD");
        pay("asks-1-a", "asks-1", "1000.00");

        service.publish(
                "referral.events",
                "referral.consent-recorded.v1",
                "ref_asks-1",
                2,
                "par_asks",
                """
                {"referralId":"ref_asks-1","partnerId":"par_asks","service":"Audit",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "consent":{"feeDisclosed":true,"clientAgrees":true},
                 "occurredAt":"2026-04-07T09:00:00Z","actor":"system","origin":"LIVE"}
                """);

        awaitStatus(commission, "PAYABLE");
        of(
                        commission,
                        service.awaitRecords(
                                "commission.events", all -> of(commission, all).size() == 4))
                .forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void a_retainer_earns_with_each_payment() {
        learn("par_retained");
        publishDeal("par_retained", "retained-1", "", ",\"engagement\":{\"kind\":\"RETAINER\"}");
        service.awaitRecords(
                "commission.events", all -> !ofDeal("retained-1", all).isEmpty());
        pay("retained-1-a", "retained-1", "200.00");
        pay("retained-1-b", "retained-1", "200.00");
        refund("retained-1-r", "retained-1", "100.00");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> service.get("/api/balances/par_retained").body().contains("\"payable\":\"30.00\""));
        assertThat(service.get("/api/commissions?partnerId=par_retained")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void finance_exports_a_period_and_the_books_balance() {
        String commission = close("par_export", "export-1");
        Answer csv = service.get("/api/commissions/export?period="
                + LocalDate.now(java.time.ZoneOffset.UTC).getYear());

        assertThat(csv.body().lines().filter(line -> line.startsWith(commission + ",par_export,export-1,")))
                .hasSize(1)
                .allMatch(line -> line.contains(",ACCRUED,USD,1000.00,100.00,"));
        assertThat(service.get("/api/commissions/export?period=1999-Q1").body().lines())
                .hasSize(1);
        assertThat(service.get("/api/commissions/export?period=soon").status()).isEqualTo(400);
        JsonNode trial = service.get("/api/ledger/trial-balance").json();
        assertThat(trial.path("balanced").asBoolean()).isTrue();
        assertThat(trial.path("items").get(0).path("debits"))
                .isEqualTo(trial.path("items").get(0).path("credits"));
    }

    @Test
    void a_chain_whose_end_is_cut_off_is_found_out() {
        close("par_cut", "cut-1");
        close("par_cut", "cut-2");
        ReconcileLedger reconcile = service.context().getBean(ReconcileLedger.class);
        assertThat(reconcile.reconcile()).isZero();
        Document end = java.util.Objects.requireNonNull(
                service.mongo().findById("par_cut/000000000002", Document.class, "ledger_transactions"));
        service.mongo().remove(Query.query(where("_id", end)), "ledger_transactions");

        assertThat(reconcile.reconcile()).isEqualTo(1);
        assertThat(service.post("/api/ledger/verify?partnerId=par_cut", "").body())
                .contains("\"verified\":false", "par_cut/000000000002");
        assertThat(service.get("/actuator/prometheus").body()).contains("ledger_reconciliation_diff 1.0");
        service.mongo().insert(end, "ledger_transactions");
        assertThat(reconcile.reconcile()).isZero();
    }

    private static org.springframework.data.mongodb.core.query.Criteria where(String field, Document document) {
        return org.springframework.data.mongodb.core.query.Criteria.where(field).is(document.get(field));
    }

    private static Optional<PayoutEntry> allocate(Payables payables, String payout, PartnerId partner) {
        return payables.allocate(payout, partner, CurrencyUnit.USD, CUT_OFF, "finance:u-1");
    }

    private static JsonNode amounts(String commission) {
        return service.get("/api/commissions/" + commission).json().path("amounts");
    }

    private static Answer act(String commission, String what, String body, String... headers) {
        return service.request("POST", "/api/commissions/" + commission + "/" + what, body, headers);
    }

    private static void awaitStatus(String commission, String status) {
        Awaitility.await("commission " + commission + " " + status)
                .atMost(PATIENCE)
                .until(
                        () -> service.get("/api/commissions/" + commission)
                                .json()
                                .path("status")
                                .asString(),
                        status::equals);
    }

    private static String payment(String id, String deal, String amount) {
        return "{\"paymentId\":\"%s\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"paidOn\":\"2026-04-20\"}"
                .formatted(id, deal, amount);
    }

    private static Answer pay(String id, String deal, String amount) {
        return service.post("/api/client-payments", payment(id, deal, amount));
    }

    private static void refund(String id, String deal, String amount) {
        Answer answer = service.post(
                "/api/refunds",
                "{\"refundId\":\"%s\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"on\":\"2026-05-02\"}"
                        .formatted(id, deal, amount));
        assertThat(answer.status()).isEqualTo(201);
    }

    /** A deal of 1000.00 USD at ten percent; its commission's id. */
    private static String close(String partner, String deal) {
        learn(partner);
        publishDeal(partner, deal, "", "");
        return commissionOf(deal);
    }

    private static String commissionOf(String deal) {
        return ofDeal(deal, service.awaitRecords("commission.events", all -> !ofDeal(deal, all)
                        .isEmpty()))
                .get(0)
                .subject();
    }

    private static void learn(String partner) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                1,
                partner,
                "{\"partnerId\":\"%s\",\"tier\":\"STRATEGIC\",\"model\":\"REFERRAL\",\"version\":1}"
                        .formatted(partner));
    }

    private static void publishDeal(String partner, String deal, String country, String more) {
        service.publish(
                "referral.events",
                "referral.deal-closed.v1",
                "ref_" + deal,
                1,
                partner,
                """
                {"referralId":"ref_%s","partnerId":"%s","dealId":"%s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"%s},
                 "amount":{"amount":"1000.00","currency":"USD"},"closedOn":"2026-04-02"%s,
                 "credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"1.00"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"}
                """
                        .formatted(deal, partner, deal, country, more, partner));
    }

    private static List<PublishedRecord> of(String commission, List<PublishedRecord> all) {
        return all.stream().filter(event -> event.subject().equals(commission)).toList();
    }

    private static List<PublishedRecord> ofDeal(String deal, List<PublishedRecord> all) {
        return all.stream()
                .filter(event -> event.data().path("dealId").asString().equals(deal))
                .toList();
    }

    private static String released(String commission, List<PublishedRecord> all) {
        Stream<Money> amounts = of(commission, all).stream()
                .filter(event -> event.type().equals("commission.commission-released.v1"))
                .map(event -> Money.parse(
                        "USD " + event.data().path("amount").path("amount").asString()));
        return amounts.reduce(Money.zero(CurrencyUnit.USD), Money::plus)
                .getAmount()
                .toPlainString();
    }
}
