package io.entente.commission.payments;

import static com.mongodb.client.model.Filters.eq;
import static io.entente.commission.payments.RunningPayments.CLOCK;
import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.commissionOf;
import static io.entente.commission.payments.RunningPayments.net;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.publishDeal;
import static io.entente.commission.payments.RunningPayments.released;
import static io.entente.commission.payments.RunningPayments.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A report that a crash has interrupted is completed without being sent again. Each test leaves what the crash leaves. */
@ExtendWith(RunningPayments.class)
class InterruptedReportIT {

    private static final LocalDate ON = LocalDate.parse("2026-04-20");

    private Instant before = CLOCK.instant();

    @BeforeEach
    void note_the_time() {
        before = CLOCK.instant();
    }

    @AfterEach
    void go_back() {
        CLOCK.moveTo(before);
    }

    @Test
    void a_payment_that_was_filed_and_not_settled_is_released() {
        String commission = closeDeal("cut-filed", "10000.00");
        files().file(fact(Kind.PAYMENT, "cut-filed-p", "cut-filed", "5000.00"));

        sweep();
        assertThat(released(commission)).as("its report may still be running").isEqualTo(Money.parse("USD 0.00"));
        CLOCK.move(Duration.ofSeconds(11));
        sweep();

        assertThat(released(commission)).isEqualTo(Money.parse("USD 500.00"));
        assertThat(unsettled("PAYMENT/cut-filed-p")).isFalse();
    }

    @Test
    void a_payment_of_which_only_the_id_was_reserved_is_released() {
        String commission = closeDeal("cut-reserved", "10000.00");
        reserve(fact(Kind.PAYMENT, "cut-reserved-p", "cut-reserved", "10000.00"));
        CLOCK.move(Duration.ofSeconds(11));

        sweep();
        sweep();

        assertThat(released(commission)).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(pay("cut-reserved-p", "cut-reserved", "10000.00").header("Idempotency-Replayed"))
                .as("sent again later")
                .contains("true");
        assertThat(released(commission)).isEqualTo(Money.parse("USD 1000.00"));
    }

    @Test
    void a_refund_that_is_not_permitted_leaves_nothing_behind_and_one_that_is_takes_its_part() {
        String commission = closeDeal("cut-refund", "10000.00");
        pay("cut-refund-p", "cut-refund", "10000.00");
        reserve(fact(Kind.REFUND, "cut-refund-much", "cut-refund", "10000.01"));
        reserve(fact(Kind.REFUND, "cut-refund-some", "cut-refund", "4000.00"));
        CLOCK.move(Duration.ofSeconds(11));

        sweep();

        assertThat(net(commission)).isEqualTo(Money.parse("USD 600.00"));
        assertThat(service()
                        .get("/api/refunds?dealId=cut-refund")
                        .json()
                        .path("items")
                        .findValuesAsString("refundId"))
                .containsExactly("cut-refund-some");
    }

    @Test
    void a_void_that_was_interrupted_takes_the_payment_back() {
        String commission = closeDeal("cut-void", "10000.00");
        pay("cut-void-p", "cut-void", "10000.00");
        reserve(fact(Kind.PAYMENT_VOIDED, "cut-void-p", "cut-void", "10000.00"));
        CLOCK.move(Duration.ofSeconds(11));

        sweep();

        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(net(commission)).isEqualTo(Money.parse("USD 1000.00"));
    }

    @Test
    void a_payment_that_came_before_its_deal_is_released_when_the_deal_arrives() {
        DealFact payment = fact(Kind.PAYMENT, "cut-early-p", "cut-early", "10000.00");
        files().file(payment, null, CLOCK.instant());
        take(payment);
        CLOCK.move(Duration.ofSeconds(11));
        sweep();
        assertThat(unmatched()).contains("cut-early-p");

        publishDeal("cut-early", "10000.00", "USD", "");
        String commission = commissionOf("cut-early");

        RunningPayments.await("released", () -> released(commission).equals(Money.parse("USD 1000.00")));
        assertThat(unmatched()).doesNotContain("cut-early-p");
    }

    private static void sweep() {
        service().context().getBean(FinishReports.class).sweep();
    }

    private static DealFiles files() {
        return service().context().getBean(DealFiles.class);
    }

    private static DealFact fact(Kind kind, String id, String deal, String amount) {
        return new DealFact(kind, id, deal, Money.parse("USD " + amount), ON, reason(kind), "system");
    }

    /** The reason that the report of a payment gets, so that sending it again is the same report. */
    private static String reason(Kind kind) {
        return kind == Kind.PAYMENT ? "The client paid." : "It happened.";
    }

    /** As a crash leaves it, after the id was reserved and before the fact was filed. */
    private static void reserve(DealFact fact) {
        files().file(fact);
        take(fact);
    }

    private static void take(DealFact fact) {
        service()
                .mongo()
                .getCollection("deal_files")
                .updateOne(eq("_id", fact.dealId()), Updates.pull("facts", new Document("key", fact.key())));
    }

    private static boolean unsettled(String key) {
        Document stored = service()
                .mongo()
                .getCollection("deal_facts")
                .find(eq("_id", key))
                .first();
        return stored != null && stored.containsKey("unsettledSince");
    }

    private static String unmatched() {
        return service().get("/api/client-payments?unmatched=true&limit=200").body();
    }
}
