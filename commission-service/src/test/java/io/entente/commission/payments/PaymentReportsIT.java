package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.await;
import static io.entente.commission.payments.RunningPayments.closeDeal;
import static io.entente.commission.payments.RunningPayments.commissionOf;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.publishDeal;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.released;
import static io.entente.commission.payments.RunningPayments.service;
import static io.entente.commission.payments.RunningPayments.voidPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Reports of payments: their lists, their dates and their deals. */
@ExtendWith(RunningPayments.class)
class PaymentReportsIT {

    private static final String NOTICE = "commission.payment-unmatched.v1";

    @Test
    void payments_are_listed_by_deal_and_by_period_in_pages() {
        closeDeal("list", "10000.00");
        pay("list-b", "list", "10.00", "USD", "2026-04-21");
        pay("list-a", "list", "10.00", "USD", "2026-04-21");
        pay("list-c", "list", "10.00", "USD", "2026-04-05");
        refund("list-r", "list", "10.00");

        assertThat(ids("?dealId=list")).containsExactly("list-c", "list-a", "list-b");
        assertThat(ids("?dealId=list&from=2026-04-06")).containsExactly("list-a", "list-b");
        assertThat(ids("?dealId=list&to=2026-04-20")).containsExactly("list-c");
        assertThat(ids("?from=2026-04-05&to=2026-04-05")).containsExactly("list-c");
        assertThat(ids("?dealId=List")).isEmpty();
        JsonNode first =
                service().get("/api/client-payments?dealId=list&limit=2").json();
        assertThat(ids("?dealId=list&limit=2&cursor=" + first.path("next").asString()))
                .containsExactly("list-b");
        assertThat(service().get("/api/refunds?dealId=list").body()).contains("\"list-r\"");
        assertThat(service()
                        .get("/api/client-payments/export?dealId=list&from=2026-04-06")
                        .body()
                        .lines()
                        .map(line -> line.replaceAll("(RECORDED).*", "$1")))
                .containsExactly(
                        "id,kind,dealId,on,currency,amount,status,voidedOn,voidedBecause,unmatchedBecause,unmatchedSince,reportedBy",
                        "list-a,PAYMENT,list,2026-04-21,USD,10.00,RECORDED",
                        "list-b,PAYMENT,list,2026-04-21,USD,10.00,RECORDED");
        assertThat(service().get("/api/refunds/export?dealId=list").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("list-r,REFUND,list,");
        assertThat(service()
                        .get("/api/client-payments?from=2026-04-06&to=2026-04-05")
                        .status())
                .isEqualTo(400);
        assertThat(service()
                        .get("/api/client-payments?unmatched=true&dealId=list")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_payment_applies_when_its_deal_arrives_and_only_to_exactly_this_deal() {
        pay("early-a", "early", "1000.00");
        pay("early-b", "Early", "1000.00");
        assertThat(ids("?unmatched=true")).contains("early-a", "early-b");

        String commission = closeDeal("early", "1000.00");

        await("released", () -> released(commission).equals(Money.parse("USD 100.00")));
        assertThat(ids("?unmatched=true")).contains("early-b").doesNotContain("early-a");
        voidPayment("early-b", "The id is wrong.");
        assertThat(ids("?unmatched=true")).doesNotContain("early-b");
    }

    @Test
    void a_payment_in_another_currency_is_refused_or_stays_on_the_list() {
        pay("money-a", "money", "1000.00", "EUR", "2026-04-20");
        String commission = closeDeal("money", "1000.00");

        await(
                "known",
                () -> service().get("/api/client-payments/money-a").body().contains("\"OTHER_CURRENCY\""));
        assertThat(ids("?unmatched=true")).contains("money-a");
        assertThat(released(commission)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(pay("money-b", "money", "1000.00", "EUR", "2026-04-20").body())
                .contains("amount.currency", "USD");
        pay("money-c", "money", "1000.00");
        assertThat(released(commission)).isEqualTo(Money.parse("USD 100.00"));
    }

    @Test
    void finance_hears_of_an_unmatched_payment_after_a_day_and_once() {
        Instant before = RunningPayments.CLOCK.instant();
        pay("lost-a", "lost", "1000.00");
        RunningPayments.CLOCK.move(Duration.ofHours(23));
        pay("lost-b", "lost", "1000.00");
        RunningPayments.CLOCK.move(Duration.ofHours(2));
        PublishedRecord notice = awaitNotice("lost-a");
        RunningPayments.CLOCK.move(Duration.ofHours(23));
        Instant afterTwoDays = RunningPayments.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);

        PublishedRecord later = awaitNotice("lost-b");

        assertThat(Instant.parse(later.data().path("occurredAt").asString()))
                .as("a day after the second report")
                .isEqualTo(afterTwoDays);
        // By then the sweep has looked at the first report again.
        assertThat(service().records("commission.events"))
                .filteredOn(record -> isNotice(record, "lost-a"))
                .hasSize(1);
        Contracts.assertMatches(NOTICE, notice.text());
        assertThat(notice.data().path("reason").asString()).isEqualTo("UNKNOWN_DEAL");
        assertThat(notice.data().path("partnerId").asString()).isEqualTo("unknown");
        publishDeal("lost", "1000.00", "USD", "");
        commissionOf("lost");
        RunningPayments.CLOCK.moveTo(before);
    }

    @Test
    void a_day_in_the_future_before_the_deal_or_before_the_program_is_refused_with_the_reason() {
        closeDeal("dates", "1000.00");

        assertThat(pay("dates-a", "dates", "1.00", "USD", "2026-05-22").body())
                .contains("paidOn", "must not be in the future; today is 2026-05-2");
        assertThat(pay("dates-b", "dates", "1.00", "USD", "2026-04-01").body())
                .contains("paidOn", "must not be before 2026-04-02, the day on which the deal closed");
        assertThat(pay("dates-c", "dates-unknown", "1.00", "USD", "2025-12-31").body())
                .contains("paidOn", "must not be before 2026-01-01, the day on which the program started");
        assertThat(pay("dates-d", "dates", "1.00", "USD", "2026-04-20T10:00:00Z")
                        .body())
                .contains("paidOn", "a date such as 2026-03-31");
        assertThat(pay("dates-e", "dates", "1.00", "USD", "2026-04-20T10:00").status())
                .isEqualTo(400);
        pay("dates-f", "dates", "10.00");
        assertThat(service()
                        .post(
                                "/api/refunds",
                                """
                                {"refundId":"dates-r","dealId":"dates","on":"2026-05-23",
                                 "amount":{"amount":"1.00","currency":"USD"}}
                                """)
                        .body())
                .contains("\"on\"", "must not be in the future");
        assertThat(pay("dates-g", "dates", "1.00", "USD", "2026-04-02").status())
                .isEqualTo(201);
    }

    private static PublishedRecord awaitNotice(String payment) {
        return service()
                .awaitRecords("commission.events", all -> all.stream().anyMatch(record -> isNotice(record, payment)))
                .stream()
                .filter(record -> isNotice(record, payment))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNotice(PublishedRecord record, String payment) {
        return record.type().equals(NOTICE)
                && record.data().path("paymentId").asString().equals(payment);
    }

    private static List<String> ids(String query) {
        return service()
                .get("/api/client-payments" + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("paymentId").asString())
                .toList();
    }
}
