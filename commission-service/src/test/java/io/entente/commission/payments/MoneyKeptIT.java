package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.commission;
import static io.entente.commission.payments.RunningPayments.creditNote;
import static io.entente.commission.payments.RunningPayments.net;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.released;
import static io.entente.commission.payments.RunningPayments.service;
import static io.entente.commission.payments.RunningPayments.voidPayment;
import static io.entente.commission.payments.RunningPayments.voidRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commission follows the money that the firm keeps. */
@ExtendWith(RunningPayments.class)
class MoneyKeptIT {

    private static final Money THOUSAND = Money.parse("USD 1000.00");

    @Test
    void a_payment_made_twice_and_refunded_leaves_the_whole_commission() {
        String commission = closeDeal("twice", "10000.00");
        pay("twice-a", "twice", "10000.00");
        pay("twice-b", "twice", "10000.00");
        refund("twice-r", "twice", "10000.00");

        assertThat(net(commission)).isEqualTo(THOUSAND);
        assertThat(released(commission)).isEqualTo(THOUSAND);
        assertThat(commission(commission).path("status").asString()).isNotEqualTo("VOIDED");
    }

    @Test
    void a_refund_of_money_that_was_paid_too_much_takes_nothing_back() {
        String commission = closeDeal("over", "10000.00");
        pay("over-a", "over", "11000.00");
        refund("over-r", "over", "1000.00");

        assertThat(net(commission)).isEqualTo(THOUSAND);
        assertThat(released(commission)).isEqualTo(THOUSAND);
    }

    @Test
    void a_refunded_payment_that_comes_again_earns_again() {
        String commission = closeDeal("again", "10000.00");
        pay("again-a", "again", "10000.00");
        refund("again-r", "again", "10000.00");
        assertThat(net(commission)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(commission(commission).path("status").asString()).isEqualTo("VOIDED");

        pay("again-b", "again", "10000.00");

        assertThat(net(commission)).isEqualTo(THOUSAND);
        assertThat(released(commission)).isEqualTo(THOUSAND);
    }

    @Test
    void a_credit_note_lowers_the_deal_and_the_rest_is_released_when_it_is_paid() {
        String commission = closeDeal("credit", "10000.00");
        assertThat(creditNote("credit-n", "credit", "5000.00").status()).isEqualTo(201);
        assertThat(net(commission)).isEqualTo(Money.parse("USD 500.00"));
        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));

        pay("credit-a", "credit", "5000.00");

        assertThat(net(commission)).isEqualTo(Money.parse("USD 500.00"));
        assertThat(released(commission)).isEqualTo(Money.parse("USD 500.00"));
        assertThat(commission(commission).path("changes").toString())
                .contains("A credit note of 5000.00 USD", "credit-n")
                .contains("The client paid 5000.00 USD", "credit-a");
        assertThat(service()
                        .get("/api/refunds/credit-n")
                        .json()
                        .path("creditNote")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_refund_above_what_was_paid_is_refused_and_leaves_nothing_behind() {
        String commission = closeDeal("above", "10000.00");
        pay("above-a", "above", "4000.00");

        Answer refused = refund("above-r", "above", "4000.01");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("amount.amount", "at most 4000.00 USD");
        assertThat(service().get("/api/refunds/above-r").status()).isEqualTo(404);
        assertThat(service()
                        .get("/api/refunds?dealId=above")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(net(commission)).isEqualTo(THOUSAND);
        assertThat(refund("above-r", "above", "4000.00").status()).isEqualTo(201);
        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(creditNote("above-n", "above", "10000.01").body()).contains("at most 10000.00 USD");
        assertThat(refund("above-none", "nobody-knows", "1.00").status()).isEqualTo(422);
    }

    @Test
    void a_voided_payment_counts_as_if_it_had_never_been_made() {
        String commission = closeDeal("void", "10000.00");
        pay("void-a", "void", "6000.00");
        assertThat(released(commission)).isEqualTo(Money.parse("USD 600.00"));

        Answer voided = voidPayment("void-a", "It was another client.");
        Answer again = voidPayment("void-a", "It was another client!");

        assertThat(voided.status()).isEqualTo(200);
        assertThat(voided.json().path("status").asString()).isEqualTo("VOIDED");
        assertThat(again.body()).isEqualTo(voided.body());
        assertThat(voided.json().path("voided").path("reason").asString()).isEqualTo("It was another client.");
        assertThat(net(commission))
                .as("nothing is taken back: it is not a refund")
                .isEqualTo(THOUSAND);
        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(voidPayment("nobody", "Wrong.").status()).isEqualTo(404);
        assertThat(pay("void-a", "void", "6000.00").status())
                .as("the id stays used")
                .isEqualTo(409);
    }

    @Test
    void a_void_that_would_leave_refunds_above_payments_is_refused_and_names_them() {
        String commission = closeDeal("order", "10000.00");
        pay("order-a", "order", "10000.00");
        refund("order-r1", "order", "3000.00");
        refund("order-r2", "order", "1000.00");

        Answer refused = voidPayment("order-a", "Wrong.");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("order-r1", "order-r2", "4000.00 USD");
        voidRefund("order-r1", "Wrong.");
        assertThat(net(commission)).isEqualTo(Money.parse("USD 900.00"));
        assertThat(voidPayment("order-a", "Wrong.").body()).contains("order-r2").doesNotContain("order-r1");
        voidRefund("order-r2", "Wrong.");
        assertThat(net(commission)).isEqualTo(THOUSAND);

        assertThat(voidPayment("order-a", "Wrong.").status()).isEqualTo(200);
        assertThat(net(commission)).isEqualTo(THOUSAND);
        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));
    }
}
