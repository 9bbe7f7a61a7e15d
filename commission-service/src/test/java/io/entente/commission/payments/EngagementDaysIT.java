package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.await;
import static io.entente.commission.payments.RunningPayments.commission;
import static io.entente.commission.payments.RunningPayments.commissionOf;
import static io.entente.commission.payments.RunningPayments.net;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.publishDeal;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.service;
import static io.entente.commission.payments.RunningPayments.voidRefund;
import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the first day of an engagement decides, before and after it is corrected. It is 20 May 2026. */
@ExtendWith(RunningPayments.class)
class EngagementDaysIT {

    private static final String MAKER = asFinance("u-1");

    @Test
    void commission_that_is_due_at_the_start_moves_with_it_and_an_adjustment_and_a_voided_refund_move_along() {
        addPlan("starts");
        publishDeal("starts", "2400.00", "USD", ",\"engagement\":{\"kind\":\"PROJECT\",\"startsOn\":\"2026-06-01\"}");
        String id = commissionOf("starts");
        assertThat(schedule(id)).isEqualTo(Map.of("2026-07-01", "240.00"));

        Answer adjusted = service()
                .request(
                        "POST",
                        "/api/commissions/" + id + "/adjustments",
                        "{\"adjustmentId\":\"starts-a\",\"amount\":{\"amount\":\"36.00\",\"currency\":\"USD\"},\"reason\":\"Goodwill.\"}",
                        MAKER);
        assertThat(adjusted.status()).as(adjusted.body()).isEqualTo(201);
        assertThat(schedule(id)).isEqualTo(Map.of("2026-07-01", "276.00"));
        pay("starts-p", "starts", "2400.00");
        assertThat(schedule(id)).as("it doesn't wait for payments").isEqualTo(Map.of("2026-07-01", "276.00"));
        refund("starts-r", "starts", "600.00");
        assertThat(schedule(id)).isEqualTo(Map.of("2026-07-01", "207.00"));

        correct(
                "starts",
                "2400.00",
                "\"kind\":\"PROJECT\",\"startsOn\":\"2026-06-15\"",
                "\"kind\":\"PROJECT\",\"startsOn\":\"2026-06-01\"");
        await("the new day", () -> schedule(id).equals(Map.of("2026-07-15", "207.00")));
        assertThat(voidRefund("starts-r", "Another client's refund.").status()).isEqualTo(200);
        assertThat(schedule(id)).isEqualTo(Map.of("2026-07-15", "276.00"));
    }

    @Test
    void a_payment_that_a_correction_moves_into_the_engagement_is_due_by_its_own_day_and_has_a_rate() {
        publishDeal(
                "moved-in", "5000.00", "USD", ",\"engagement\":{\"kind\":\"RETAINER\",\"startsOn\":\"2026-05-01\"}");
        commissionOf("moved-in");
        assertThat(pay("moved-in-p", "moved-in", "340.00", "USD", "2026-04-28").status())
                .isEqualTo(201);
        assertThat(commissions("moved-in")).isEmpty();

        correct(
                "moved-in",
                "5000.00",
                "\"kind\":\"RETAINER\",\"startsOn\":\"2026-04-15\"",
                "\"kind\":\"RETAINER\",\"startsOn\":\"2026-05-01\"");

        await("the commission of the payment", () -> commissions("moved-in").size() == 1);
        JsonNode commission = commissions("moved-in").get(0);
        String id = commission.path("id").asString();
        assertThat(net(id)).isEqualTo(Money.parse("USD 34.00"));
        assertThat(schedule(id)).isEqualTo(Map.of("2026-05-28", "34.00"));
        assertThat(new BigDecimal(commission.path("rate").asString())).isEqualByComparingTo("0.10");
        assertThat(commission.path("rule").asString()).isEqualTo("PERCENT");
        assertThat(commission.has("accrualRate")).isFalse();
        assertThat(service().get("/api/ledger/par_moved-in").body())
                .contains("If it earns more or less by them, the difference is booked as a transaction of its own.")
                .doesNotContain("What was booked before stays.");
    }

    private static void addPlan(String deal) {
        Answer added = service()
                .post(
                        "/api/commission-plans",
                        """
                        {"code":"at-start","noticeReason":"It was agreed.","name":"At the start","effectiveFrom":"2026-01-01",
                         "appliesTo":{"partnerIds":["par_%s"]},"rule":{"type":"PERCENT","rate":"0.10"},
                         "trigger":{"type":"PROJECT_START","netDays":30}}
                        """
                                .formatted(deal));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    private static JsonNode commissions(String deal) {
        return service().get("/api/commissions?partnerId=par_" + deal).json().path("items");
    }

    private static void correct(String deal, String amount, String engagement, String before) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-corrected.v1",
                        deal,
                        2,
                        "par_" + deal,
                        """
                {"referralId":"ref_%1$s","partnerId":"par_%1$s","dealId":"%1$s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"%1$s.example","organisation":"Brightwater"},
                 "amount":{"amount":"%2$s","currency":"USD"},"closedOn":"2026-04-02","engagement":{%3$s},
                 "credit":[{"partnerId":"par_%1$s","role":"ORIGINATOR","share":"1.00"}],
                 "kind":"CORRECTION","changed":["engagement"],"number":1,"reason":"The start was wrong.",
                 "before":{"amount":{"amount":"%2$s","currency":"USD"},"closedOn":"2026-04-02","service":"Audit",
                           "engagement":{%4$s},
                           "credit":[{"partnerId":"par_%1$s","role":"ORIGINATOR","share":"1.00"}]},
                 "occurredAt":"2026-04-03T09:00:00Z","actor":"user:u-17","origin":"LIVE"}
                """
                                .formatted(deal, amount, engagement, before));
    }

    /** Pending amounts by the day on which they become payable. */
    private static Map<String, String> schedule(String id) {
        Map<String, String> days = new TreeMap<>();
        commission(id).path("portions").forEach(portion -> {
            if (portion.path("state").asString().equals("PENDING")) {
                days.put(
                        portion.path("dueOn").asString(),
                        portion.path("amount").path("amount").asString());
            }
        });
        return days;
    }
}
