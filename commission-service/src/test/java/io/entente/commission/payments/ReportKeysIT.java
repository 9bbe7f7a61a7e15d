package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The header Idempotency-Key on reports, which have ids of their own. */
@ExtendWith(RunningPayments.class)
class ReportKeysIT {

    private static final String PAYMENT =
            """
            {"paymentId":"%s","dealId":"keyed","amount":{"amount":"%s","currency":"USD"},"paidOn":"2026-04-20"}
            """;
    private static final String REFUND =
            """
            {"refundId":"%s","dealId":"keyed","amount":{"amount":"%s","currency":"USD"},"on":"2026-04-20"}
            """;

    @Test
    void a_key_repeats_the_first_answer_and_is_refused_with_another_body() {
        closeDeal("keyed", "10000.00");

        Answer first = post("/api/client-payments", PAYMENT.formatted("key-a", "300.00"), "k-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        service().post("/api/client-payments/key-a/void", "{\"reason\":\"Entered twice.\"}");

        Answer again = post("/api/client-payments", PAYMENT.formatted("key-a", "300.00"), "k-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).contains("/api/client-payments/key-a");
        assertThat(again.body()).isEqualTo(first.body());

        Answer other = post("/api/client-payments", PAYMENT.formatted("key-b", "300.00"), "k-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("errors").findValuesAsString("field")).containsExactly("Idempotency-Key");
        assertThat(service().get("/api/client-payments/key-b").status()).isEqualTo(404);
    }

    @Test
    void a_key_of_a_refused_report_can_be_used_for_the_corrected_one_and_a_key_belongs_to_one_operation() {
        closeDeal("keyed", "10000.00");
        post("/api/client-payments", PAYMENT.formatted("key-c", "300.00"), "k-2");

        assertThat(post("/api/refunds", REFUND.formatted("key-r", "99999.00"), "k-2")
                        .status())
                .as("more than was paid")
                .isEqualTo(422);
        Answer refund = post("/api/refunds", REFUND.formatted("key-r", "30.00"), "k-2");
        assertThat(refund.status()).isEqualTo(201);
        assertThat(post("/api/refunds", REFUND.formatted("key-r", "30.00"), "k-2")
                        .header("Idempotency-Replayed"))
                .contains("true");
        assertThat(post("/api/refunds", REFUND.formatted("key-s", "30.00"), "k-2")
                        .status())
                .isEqualTo(422);
    }

    private static Answer post(String path, String body, String key) {
        return service().post(path, body, "Idempotency-Key: " + key);
    }
}
