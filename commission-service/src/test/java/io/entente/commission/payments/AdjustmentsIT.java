package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.await;
import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.commission;
import static io.entente.commission.payments.RunningPayments.net;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.released;
import static io.entente.commission.payments.RunningPayments.service;
import static io.entente.testkit.security.Callers.asFinance;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Adjustments are earned money, and a second person is needed for what they add up to. */
@ExtendWith(RunningPayments.class)
class AdjustmentsIT {

    private static final String MAKER = asFinance("u-1");
    private static final String OTHER = asFinance("u-2");

    @Test
    void goodwill_after_a_refund_becomes_payable() {
        String commission = closeDeal("goodwill", "10000.00");
        pay("goodwill-a", "goodwill", "10000.00");
        refund("goodwill-r", "goodwill", "10000.00");
        assertThat(net(commission)).isEqualTo(Money.parse("USD 0.00"));

        assertThat(adjust(commission, "g-1", "100.00", MAKER)).isEqualTo("APPROVED");

        assertThat(net(commission)).isEqualTo(Money.parse("USD 100.00"));
        await("goodwill payable", () -> released(commission).equals(Money.parse("USD 100.00")));
        assertThat(commission(commission).path("status").asString()).isEqualTo("PAYABLE");
        assertThat(service().get("/api/balances/par_goodwill").body()).contains("\"accrued\":\"0.00\"");
    }

    @Test
    void a_refund_takes_the_same_fraction_of_goodwill_as_of_the_commission() {
        String commission = closeDeal("fraction", "10000.00");
        pay("fraction-a", "fraction", "10000.00");
        adjust(commission, "f-1", "100.00", MAKER);
        assertThat(released(commission)).isEqualTo(Money.parse("USD 1100.00"));

        refund("fraction-r", "fraction", "4000.00");

        assertThat(net(commission)).isEqualTo(Money.parse("USD 660.00"));
        assertThat(released(commission)).isEqualTo(Money.parse("USD 660.00"));
        assertThat(commission(commission).path("changes").toString())
                .contains(
                        "1000.00 USD were earned and adjusted by 100.00 USD. In the same proportion, 440.00 USD of both");
    }

    @Test
    void adjustments_of_a_partner_add_up_for_thirty_days_whoever_asks() {
        String commission = closeDeal("crumbs", "10000.00");

        assertThat(adjust(commission, "s-1", "499.99", MAKER)).isEqualTo("APPROVED");
        assertThat(adjust(commission, "s-2", "0.01", MAKER))
                .as("500.00 in all, which is not above the threshold")
                .isEqualTo("APPROVED");
        assertThat(adjust(commission, "s-3", "0.01", MAKER)).isEqualTo("WAITING");
        assertThat(adjust(commission, "s-4", "-0.01", OTHER))
                .as("another person asks, and the amount is against the partner")
                .isEqualTo("WAITING");
        assertThat(decide(commission, "s-3", "approve", asPerson("U-1")))
                .as("the same person in another spelling and with every role")
                .isEqualTo(409);
        assertThat(decide(commission, "s-3", "decline", OTHER)).isEqualTo(200);
        assertThat(decide(commission, "s-4", "decline", MAKER)).isEqualTo(200);
        assertThat(adjust(closeDeal("no-crumbs", "10000.00"), "s-1", "499.99", MAKER))
                .as("another partner")
                .isEqualTo("APPROVED");
        assertThat(net(commission)).isEqualTo(Money.parse("USD 1500.00"));

        Instant before = RunningPayments.CLOCK.instant();
        RunningPayments.CLOCK.move(Duration.ofDays(30));

        assertThat(adjust(commission, "s-5", "500.00", MAKER)).isEqualTo("APPROVED");
        assertThat(net(commission)).isEqualTo(Money.parse("USD 2000.00"));
        RunningPayments.CLOCK.moveTo(before);
    }

    private static String adjust(String commission, String name, String amount, String by) {
        Answer answer = service()
                .request(
                        "POST",
                        "/api/commissions/" + commission + "/adjustments",
                        """
                        {"adjustmentId":"%s","amount":{"amount":"%s","currency":"USD"},"reason":"Goodwill."}
                        """
                                .formatted(name, amount),
                        by);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("status").asString();
    }

    private static int decide(String commission, String name, String decision, String by) {
        return service()
                .request("POST", "/api/commissions/" + commission + "/adjustments/" + name + "/" + decision, "", by)
                .status();
    }
}
