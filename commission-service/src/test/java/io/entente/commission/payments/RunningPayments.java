package io.entente.commission.payments;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The commission service on a clock that tests move, with a plan of ten percent on payment, net 30. */
final class RunningPayments implements BeforeAllCallback {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-05-20T09:00:00Z"));

    private static @Nullable RunningService running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningPayments.class))
                .computeIfAbsent(RunningService.class, unused -> start(), RunningService.class);
    }

    private static RunningService start() {
        RunningService started = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.program.starts-on=2026-01-01",
                "--entente.commission.release-sweep-interval=200ms",
                "--entente.commission.unmatched-sweep-interval=200ms");
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

    /** Closes a deal of a partner of its own, which has the deal's id, and waits until it is accrued. */
    static String closeDeal(String deal, String amount) {
        publishDeal(deal, amount, "USD", "");
        return commissionOf(deal);
    }

    static void publishDeal(String deal, String amount, String currency, String more) {
        String partner = "par_" + deal;
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        partner,
                        1,
                        partner,
                        "{\"partnerId\":\"%s\",\"tier\":\"STRATEGIC\",\"model\":\"REFERRAL\",\"version\":1}"
                                .formatted(partner));
        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "ref_" + deal,
                        1,
                        partner,
                        """
                {"referralId":"ref_%1$s","partnerId":"%2$s","dealId":"%1$s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"%1$s.example","organisation":"Brightwater"},
                 "amount":{"amount":"%3$s","currency":"%4$s"},"closedOn":"2026-04-02"%5$s,
                 "credit":[{"partnerId":"%2$s","role":"ORIGINATOR","share":"1.00"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"}
                """
                                .formatted(deal, partner, amount, currency, more));
    }

    static String commissionOf(String deal) {
        return service()
                .awaitRecords("commission.events", all -> all.stream()
                        .anyMatch(
                                event -> event.data().path("dealId").asString().equals(deal)))
                .stream()
                .filter(event -> event.data().path("dealId").asString().equals(deal))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    static Answer pay(String id, String deal, String amount) {
        return pay(id, deal, amount, "USD", "2026-04-20");
    }

    static Answer pay(String id, String deal, String amount, String currency, String on) {
        return service()
                .post(
                        "/api/client-payments",
                        """
                        {"paymentId":"%s","dealId":"%s","amount":{"amount":"%s","currency":"%s"},"paidOn":"%s"}
                        """
                                .formatted(id, deal, amount, currency, on));
    }

    static Answer refund(String id, String deal, String amount) {
        return service().post("/api/refunds", refundBody(id, deal, amount, ""));
    }

    static Answer creditNote(String id, String deal, String amount) {
        return service().post("/api/refunds", refundBody(id, deal, amount, ",\"creditNote\":true"));
    }

    private static String refundBody(String id, String deal, String amount, String more) {
        return """
        {"refundId":"%s","dealId":"%s","amount":{"amount":"%s","currency":"USD"},"on":"2026-05-02"%s}
        """
                .formatted(id, deal, amount, more);
    }

    static Answer voidPayment(String id, String reason) {
        return service().post("/api/client-payments/" + id + "/void", "{\"reason\":\"" + reason + "\"}");
    }

    static Answer voidRefund(String id, String reason) {
        return service().post("/api/refunds/" + id + "/void", "{\"reason\":\"" + reason + "\"}");
    }

    static JsonNode commission(String id) {
        return service().get("/api/commissions/" + id).json();
    }

    static Money net(String commission) {
        return amount(commission, "net");
    }

    static Money amount(String commission, String name) {
        return Money.parse(
                "USD " + commission(commission).path("amounts").path(name).asString());
    }

    /** What became of the commission and is due or will be: pending and payable. */
    static Money released(String commission) {
        JsonNode amounts = commission(commission).path("amounts");
        return Money.parse("USD " + amounts.path("pending").asString())
                .plus(Money.parse("USD " + amounts.path("payable").asString()));
    }

    static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition);
    }
}
