package io.entente.commission.payouts;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.release.ReleaseSweep;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.DealFact;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The commission service, started once for all tests of payouts, and the requests and events that they need. */
final class RunningPayouts implements BeforeAllCallback {

    static final String MAKER = asFinance("u-1");
    static final String CHECKER = asFinance("u-2");
    static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    static final String PAYEE =
            """
            {"holder":"Harbour Pine LLC","accountNumber":"000123456789","bankCode":"021000021","country":"US",
             "currency":"USD","taxForm":{"type":"W9","receivedOn":"2026-01-05"},"taxId":"12-3456789"}
            """;

    private static @Nullable RunningService running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningPayouts.class))
                .computeIfAbsent(RunningService.class, unused -> start(), RunningService.class);
    }

    private static RunningService start() {
        return RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.debtor.name=Northwind Consulting",
                "--entente.commission.payee-policies=classpath:payouts/payee-policies.json",
                "--entente.commission.bank-report-max-size=64KB",
                "--entente.commission.debtor.iban=CH9300762011623852957");
    }

    static RunningService service() {
        return Objects.requireNonNull(running, "the service has not been started");
    }

    /** Closes a deal of this partner, records the client's payment and releases the commission. Returns its amount. */
    static Money payable(String partner, String deal) {
        return payable(deal, closed(partner, deal));
    }

    private static Money payable(String deal, PublishedRecord accrued) {
        Money dealAmount = money(accrued.data().path("dealAmount"));
        service()
                .context()
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
        service().context().getBean(ReleaseSweep.class).sweep();
        return money(accrued.data().path("amount"));
    }

    /** As {@link #payable(String, String)}, with a deal of another amount in euros. */
    static Money payableInEuros(String partner, String deal, String amount) {
        return payable(deal, closed(partner, deal, sample -> sample.replace("10540.00", amount)
                .replace("USD", "EUR")));
    }

    /** Closes a deal of this partner and returns its accrual. */
    static PublishedRecord closed(String partner, String deal) {
        return closed(partner, deal, sample -> sample);
    }

    private static PublishedRecord closed(String partner, String deal, UnaryOperator<String> edit) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        partner,
                        6,
                        partner,
                        Contracts.sample("partner.profile.v1").replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner));
        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "ref-" + deal,
                        1,
                        partner,
                        edit.apply(Contracts.sample("referral.deal-closed.v1"))
                                .replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner)
                                .replace("01K3E5G7H9J1K3M5N7P9Q1R3ST", deal));
        return service()
                .awaitRecords(
                        "commission.events", records -> records.stream().anyMatch(record -> isAccrual(record, deal)))
                .stream()
                .filter(record -> isAccrual(record, deal))
                .findFirst()
                .orElseThrow();
    }

    static boolean isAccrual(PublishedRecord record, String deal) {
        return record.type().equals("commission.commission-accrued.v1")
                && record.data().path("dealId").asString().equals(deal);
    }

    static void putPayee(String partner) {
        putPayee(partner, PAYEE);
    }

    static void putPayee(String partner, String payee) {
        Answer stored = service().request("PUT", "/api/payees/" + partner, payee, MAKER);
        if (stored.status() == 202) {
            stored = service().post("/api/payees/" + partner + "/approve", "", CHECKER);
        }
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    }

    /** Publishes the profile of a partner and waits until the service knows it. */
    static void partner(String partner) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        partner,
                        6,
                        partner,
                        Contracts.sample("partner.profile.v1").replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner));
        PartnerProfiles profiles = service().context().getBean(PartnerProfiles.class);
        Awaitility.await("profile of " + partner)
                .until(() -> profiles.find(new PartnerId(partner)).isPresent());
    }

    /** Plans a batch for all partners and returns its path. */
    static String planned(String id, String partner) {
        return planned(id, partner, "USD");
    }

    static String planned(String id, String partner, String currency) {
        Answer started = service()
                .post(
                        "/api/payout-batches",
                        """
                {"batchId":"%s","cutOff":"2026-06-01","currencies":["%s"],
                 "minimum":[{"amount":"50.00","currency":"%s"}]}
                """
                                .formatted(id, currency, currency),
                        MAKER);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String batch = started.header("Location").orElseThrow();
        Awaitility.await("batch " + id + " for " + partner)
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        service().get(batch).json().path("status").asString().equals("PLANNED"));
        return batch;
    }

    static List<JsonNode> payoutsOf(String batch, String partner) {
        List<JsonNode> found = new ArrayList<>();
        service().get(batch + "/payouts?limit=200").json().path("items").forEach(payout -> {
            if (payout.path("partnerId").asString().equals(partner)) {
                found.add(payout);
            }
        });
        return found;
    }

    static String onlyPayout(String batch) {
        JsonNode items = service().get(batch + "/payouts").json().path("items");
        assertThat(items).as(items.toString()).hasSize(1);
        return items.get(0).path("id").asString();
    }

    static List<String> reasons(String batch, String partner) {
        List<String> reasons = new ArrayList<>();
        service().get(batch + "/blocks").json().path("items").forEach(block -> {
            if (block.path("partnerId").asString().equals(partner)) {
                block.path("reasons").forEach(reason -> reasons.add(reason.asString()));
            }
        });
        return reasons;
    }

    static void report(String payout, String outcome, int status) {
        Answer answer = service().post("/api/payouts/" + payout + "/outcome", outcome, MAKER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    static String balance(String partner, String account) {
        return service()
                .get("/api/balances/" + partner)
                .json()
                .path("items")
                .get(0)
                .path(account)
                .asString();
    }

    /**
     * The events of a payout, each once. The service may publish an event again if it changes the payout again before the
     * broker has acknowledged the event.
     */
    static List<PublishedRecord> published(String payout, int count) {
        return published(
                payout,
                service()
                        .awaitRecords(
                                "commission.events",
                                records -> published(payout, records).size() >= count));
    }

    static List<PublishedRecord> published(String payout, List<PublishedRecord> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(record -> record.subject().equals(payout))
                .filter(record -> seen.add(record.envelope().id()))
                .toList();
    }

    static Money money(JsonNode json) {
        return Money.parse(
                json.path("currency").asString() + " " + json.path("amount").asString());
    }

    static void verifyLedger() {
        assertThat(service()
                        .post("/api/ledger/verify", "")
                        .json()
                        .path("verified")
                        .asBoolean())
                .isTrue();
    }
}
