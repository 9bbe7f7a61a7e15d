package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.PATIENCE;
import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.commission;
import static io.entente.commission.payments.RunningPayments.creditNote;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.publishDeal;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.service;
import static io.entente.commission.payments.RunningPayments.voidPayment;
import static io.entente.commission.payments.RunningPayments.voidRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** On 20 May 2026, what was entered wrongly leaves no trace in the days on which commission is payable. */
@ExtendWith(RunningPayments.class)
class DueDaysIT {

    @Test
    void a_voided_refund_and_a_voided_credit_note_give_each_payment_back_its_own_day() {
        String id = closeDeal("due-refund", "1250.00");
        expect(201, pay("due-1", "due-refund", "450.00", "USD", "2026-04-24"));
        expect(201, pay("due-2", "due-refund", "800.00", "USD", "2026-05-06"));
        Map<String, String> before = Map.of("2026-05-24", "45.00", "2026-06-05", "80.00");
        assertThat(schedule(id)).isEqualTo(before);

        expect(201, refund("due-r", "due-refund", "900.00"));
        assertThat(schedule(id)).isEqualTo(Map.of("2026-05-24", "35.00"));
        expect(200, voidRefund("due-r", "Another client's refund."));
        assertThat(schedule(id)).isEqualTo(before);

        expect(201, creditNote("due-c", "due-refund", "500.00"));
        assertThat(schedule(id)).isEqualTo(Map.of("2026-05-24", "45.00", "2026-06-05", "30.00"));
        expect(200, voidRefund("due-c", "Another client's credit note."));
        assertThat(schedule(id)).isEqualTo(before);

        expect(200, voidPayment("due-1", "Another client's payment."));
        assertThat(schedule(id)).isEqualTo(Map.of("2026-06-05", "80.00"));
        assertThat(commission(id).path("amounts").path("payable").asString()).isEqualTo("0.00");
    }

    @Test
    void payments_on_a_retainer_get_back_their_own_part_and_day() {
        publishDeal("due-retainer", "5000.00", "USD", ",\"engagement\":{\"kind\":\"RETAINER\"}");
        RunningPayments.commissionOf("due-retainer");
        expect(201, pay("due-p1", "due-retainer", "150.00", "USD", "2026-04-24"));
        expect(201, refund("due-rr", "due-retainer", "150.00"));
        expect(201, pay("due-p2", "due-retainer", "450.00", "USD", "2026-05-06"));

        expect(200, voidRefund("due-rr", "Another client's refund."));

        assertThat(schedule(paymentOf("due-retainer", "15.00"))).isEqualTo(Map.of("2026-05-24", "15.00"));
        assertThat(schedule(paymentOf("due-retainer", "45.00"))).isEqualTo(Map.of("2026-06-05", "45.00"));
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
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

    private static String paymentOf(String deal, String net) {
        return Awaitility.await().atMost(PATIENCE).until(() -> withNet(deal, net), found -> !found.isEmpty());
    }

    private static String withNet(String deal, String net) {
        List<JsonNode> found = new ArrayList<>();
        service()
                .get("/api/commissions?partnerId=par_" + deal)
                .json()
                .path("items")
                .forEach(found::add);
        return found.stream()
                .filter(item -> item.path("amounts").path("net").asString().equals(net))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElse("");
    }
}
