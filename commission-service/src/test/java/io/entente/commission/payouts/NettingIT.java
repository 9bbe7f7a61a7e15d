package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.balance;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.reasons;
import static io.entente.commission.payouts.RunningPayouts.report;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A payable amount and a debt of the same partner are netted at once, whichever comes first. */
@ExtendWith(RunningPayouts.class)
class NettingIT {

    @Test
    void a_payout_that_fails_after_a_refund_leaves_nothing_payable_nothing_owed_and_blocks_no_batch() {
        String partner = "par_net_failed";
        Money commission = payable(partner, "net-failed");
        putPayee(partner);
        String payout = submitted("net-failed-1", partner);
        refund("net-failed", "10540.00");
        assertThat(balance(partner, "clawbackDue")).isEqualTo(text(commission));

        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"The account is closed.\"}", 200);

        assertBalances(partner, "0.00", "0.00", "0.00");
        JsonNode explained = explained(partner, "net-failed");
        assertThat(explained.path("status").asString()).isEqualTo("CLAWED_BACK");
        assertThat(explained.path("amounts").path("netted").asString()).isEqualTo(text(commission));
        JsonNode netting = changes(explained, "NETTED").get(0);
        assertThat(netting.path("explanation").get(0).asString())
                .isEqualTo(
                        "The partner owed back 1054.00 USD. Of the 1054.00 USD that were payable, 1054.00 USD are set off"
                                + " against it, so the partner owes 0.00 USD.");
        assertThat(netting.path("lines").findValuesAsString("account")).containsExactly("PAYABLE", "CLAWBACK_DUE");
        String next = planned("net-failed-2", partner);
        assertThat(payoutsOf(next, partner)).isEmpty();
        assertThat(reasons(next, partner)).isEmpty();
        verifyLedger();
    }

    @Test
    void a_debt_is_netted_with_what_becomes_payable_later_and_with_what_is_payable_already() {
        String partner = "par_net_both";
        Money first = payable(partner, "net-first");
        putPayee(partner);
        report(submitted("net-both-1", partner), "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        assertBalances(partner, "0.00", text(first), "0.00");

        refund("net-first", "2635.00");
        assertBalances(partner, "0.00", "1054.00", "263.50");
        payable(partner, "net-second");
        assertBalances(partner, "790.50", "1054.00", "0.00");
        JsonNode second = explained(partner, "net-second");
        assertThat(second.path("portions").findValuesAsString("state")).containsExactly("PAYABLE", "NETTED");

        refund("net-first-again", "net-first", "1054.00");
        assertBalances(partner, "685.10", "1054.00", "0.00");
        assertThat(changes(explained(partner, "net-second"), "NETTED"))
                .extracting(change -> change.path("amount").path("amount").asString())
                .containsExactly("263.50", "105.40");
        report(submitted("net-both-2", partner), "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        assertBalances(partner, "0.00", "1739.10", "0.00");
        verifyLedger();
    }

    private static String submitted(String id, String partner) {
        String batch = planned(id, partner);
        String payout = payoutsOf(batch, partner).get(0).path("id").asString();
        service().post(batch + "/approve", "", CHECKER);
        assertThat(service().post(batch + "/submit", "", MAKER).status()).isEqualTo(200);
        return payout;
    }

    private static void refund(String deal, String amount) {
        refund("r-" + deal, deal, amount);
    }

    private static void refund(String id, String deal, String amount) {
        Answer answer = service()
                .post(
                        "/api/refunds",
                        """
                        {"refundId":"%s","dealId":"%s","amount":{"amount":"%s","currency":"USD"},"on":"2026-05-02"}
                        """
                                .formatted(id, deal, amount));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static JsonNode explained(String partner, String deal) {
        for (JsonNode commission :
                service().get("/api/commissions?partnerId=" + partner).json().path("items")) {
            if (commission.path("dealId").asString().equals(deal)) {
                return service()
                        .get("/api/commissions/" + commission.path("id").asString())
                        .json();
            }
        }
        throw new AssertionError("no commission of deal " + deal);
    }

    private static List<JsonNode> changes(JsonNode commission, String kind) {
        List<JsonNode> changes = new ArrayList<>();
        commission.path("changes").forEach(change -> {
            if (change.path("kind").asString().equals(kind)) {
                changes.add(change);
            }
        });
        return changes;
    }

    private static void assertBalances(String partner, String payable, String paid, String owed) {
        assertThat(List.of(balance(partner, "payable"), balance(partner, "paid"), balance(partner, "clawbackDue")))
                .containsExactly(payable, paid, owed);
    }

    private static String text(Money money) {
        return money.getAmount().toPlainString();
    }
}
