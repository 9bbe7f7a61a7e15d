package io.entente.commission.commissions;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Answer;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The commission service, started once for all tests of commissions, and the requests and events that they need. */
final class RunningCommissions implements BeforeAllCallback {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String MAKER = asFinance("u-1");
    static final String CHECKER = asFinance("u-2");
    static final LocalDate CUT_OFF = LocalDate.parse("2026-06-30");

    private static @Nullable RunningService running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningCommissions.class))
                .computeIfAbsent(RunningService.class, unused -> start(), RunningService.class);
    }

    private static RunningService start() {
        RunningService started = RunningService.start(
                CommissionServiceApplication.service(),
                "--entente.commission.release-sweep-interval=200ms",
                "--entente.commission.compliance=classpath:commissions/compliance-of-singapore.json");
        started.post(
                "/api/commission-plans",
                """
                {"code":"ten","noticeReason":"It was agreed.","name":"Ten percent","effectiveFrom":"2000-01-01",
                 "appliesTo":{"tiers":["STRATEGIC"]},"rule":{"type":"PERCENT","rate":"0.10"}}
                """);
        return started;
    }

    static RunningService service() {
        return Objects.requireNonNull(running, "the service has not been started");
    }

    static Optional<PayoutEntry> allocate(Payables payables, String payout, PartnerId partner) {
        return payables.allocate(payout, partner, CurrencyUnit.USD, CUT_OFF, "finance:u-1");
    }

    static JsonNode amounts(String commission) {
        return service().get("/api/commissions/" + commission).json().path("amounts");
    }

    static Answer act(String commission, String action, String body, String... headers) {
        return service().request("POST", "/api/commissions/" + commission + "/" + action, body, headers);
    }

    static void awaitStatus(String commission, String status) {
        Awaitility.await("commission " + commission + " " + status)
                .atMost(PATIENCE)
                .until(
                        () -> service()
                                .get("/api/commissions/" + commission)
                                .json()
                                .path("status")
                                .asString(),
                        status::equals);
    }

    static String payment(String id, String deal, String amount) {
        return "{\"paymentId\":\"%s\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"paidOn\":\"2026-04-20\"}"
                .formatted(id, deal, amount);
    }

    static Answer pay(String id, String deal, String amount) {
        return service().post("/api/client-payments", payment(id, deal, amount));
    }

    static void refund(String id, String deal, String amount) {
        Answer answer = service()
                .post(
                        "/api/refunds",
                        "{\"refundId\":\"%s\",\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"on\":\"2026-05-02\"}"
                                .formatted(id, deal, amount));
        assertThat(answer.status()).isEqualTo(201);
    }

    /** Closes a deal of 1000.00 USD, which earns ten percent, and returns the id of the commission. */
    static String closeDeal(String partner, String deal) {
        publishProfile(partner);
        publishDeal(partner, deal, "", "");
        return commissionOf(deal);
    }

    static String commissionOf(String deal) {
        return eventsOfDeal(deal, service().awaitRecords("commission.events", all -> !eventsOfDeal(deal, all)
                        .isEmpty()))
                .get(0)
                .subject();
    }

    static void publishProfile(String partner) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        partner,
                        1,
                        partner,
                        "{\"partnerId\":\"%s\",\"tier\":\"STRATEGIC\",\"model\":\"REFERRAL\",\"version\":1}"
                                .formatted(partner));
    }

    static void publishDeal(String partner, String deal, String country, String more) {
        service()
                .publish(
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

    static List<PublishedRecord> eventsOf(String commission, List<PublishedRecord> all) {
        return all.stream().filter(event -> event.subject().equals(commission)).toList();
    }

    static List<PublishedRecord> eventsOfDeal(String deal, List<PublishedRecord> all) {
        return all.stream()
                .filter(event -> event.data().path("dealId").asString().equals(deal))
                .toList();
    }

    static String released(String commission, List<PublishedRecord> all) {
        Stream<Money> amounts = eventsOf(commission, all).stream()
                .filter(event -> event.type().equals("commission.commission-released.v1"))
                .map(event -> Money.parse(
                        "USD " + event.data().path("amount").path("amount").asString()));
        return amounts.reduce(Money.zero(CurrencyUnit.USD), Money::plus)
                .getAmount()
                .toPlainString();
    }
}
