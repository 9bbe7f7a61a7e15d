package io.entente.commission.bankreports;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static io.entente.commission.payouts.PayoutMother.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.payouts.BookedMoney;
import io.entente.commission.payouts.InMemoryPayouts;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.SettlePayout;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one item of a report does with the payout of 100.00 EUR that it names. */
class MatchPaymentTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ACTOR = "finance:u-3";

    private final Payout submitted = PayoutMother.submitted();
    private final String reference = submitted.id().endToEndId();
    private final InMemoryPayouts payouts = new InMemoryPayouts(submitted);
    private final BookedMoney money = new BookedMoney();
    private final MatchPayment match = new MatchPayment(
            payouts, new SettlePayout(payouts, money, CLOCK), new OutcomeDates(ZoneOffset.UTC, CLOCK, null));

    @Test
    void a_payment_of_the_same_amount_is_paid_once_and_confirmed_afterwards() {
        assertThat(match(Meaning.PAID, "100.00000", "EUR").result()).isEqualTo(ItemResult.OUTCOME_SET);
        assertThat(match(Meaning.PAID, "100", "EUR").result()).isEqualTo(ItemResult.CONFIRMED);

        assertThat(payout().state()).isEqualTo(Payout.State.PAID);
        assertThat(payout().paidOn()).isEqualTo(TODAY);
        assertThat(money.booked()).containsExactly("paid");
    }

    @Test
    void a_late_report_with_another_value_date_confirms_the_outcome() {
        match(Meaning.PAID, "100.00", "EUR");

        ReportItem later = match(reported(reference, Meaning.PAID, amount("100.00", "EUR"), TODAY.minusDays(1), null));

        assertThat(later.result()).isEqualTo(ItemResult.CONFIRMED);
        assertThat(payout().paidOn()).isEqualTo(TODAY);
    }

    @Test
    void another_amount_or_currency_sets_no_outcome() {
        ReportItem less = match(Meaning.PAID, "99.99", "EUR");
        ReportItem dollars = match(Meaning.PAID, "100.00", "USD");

        assertThat(less.result()).isEqualTo(ItemResult.AMOUNT_DIFFERS);
        assertThat(less.detail()).isEqualTo("The report says EUR 99.99, and the payout is EUR 100.00.");
        assertThat(dollars.result()).isEqualTo(ItemResult.CURRENCY_DIFFERS);
        assertThat(payout().state()).isEqualTo(Payout.State.SUBMITTED);
        assertThat(money.booked()).isEmpty();
    }

    @Test
    void the_amount_in_the_currency_of_the_payout_is_compared() {
        List<ReportedAmount> amounts = new ArrayList<>(amount("108.00", "USD"));
        amounts.addAll(amount("100.00", "EUR"));

        assertThat(match(reported(reference, Meaning.PAID, amounts, TODAY, TODAY))
                        .result())
                .isEqualTo(ItemResult.OUTCOME_SET);
    }

    @Test
    void a_refused_payment_has_failed_with_the_reason_in_words() {
        ReportItem failed = match(Meaning.FAILED, "100.00", "EUR");

        assertThat(failed.result()).isEqualTo(ItemResult.OUTCOME_SET);
        assertThat(failed.detail()).isEqualTo("The payout is FAILED now.");
        assertThat(payout().note()).isEqualTo("The bank account is closed.");
        assertThat(money.booked()).containsExactly("failed");
    }

    @Test
    void a_report_that_contradicts_the_recorded_outcome_changes_nothing() {
        match(Meaning.PAID, "100.00", "EUR");

        ReportItem refused = match(Meaning.FAILED, "100.00", "EUR");

        assertThat(refused.result()).isEqualTo(ItemResult.CONTRADICTS);
        assertThat(refused.isOpen()).isTrue();
        assertThat(refused.detail()).contains("PAID");
        assertThat(payout().state()).isEqualTo(Payout.State.PAID);
        assertThat(money.booked()).containsExactly("paid");
    }

    @Test
    void money_that_comes_back_is_returned_if_it_had_been_paid() {
        ReportItem early = match(Meaning.RETURNED, "100.00", "EUR");
        match(Meaning.PAID, "100.00", "EUR");
        ReportItem back = match(Meaning.RETURNED, "100.00", "EUR");
        ReportItem again = match(Meaning.RETURNED, "100.00", "EUR");
        ReportItem late = match(Meaning.PAID, "100.00", "EUR");

        assertThat(early.result()).isEqualTo(ItemResult.NOT_PAID);
        assertThat(back.result()).isEqualTo(ItemResult.OUTCOME_SET);
        assertThat(again.result()).isEqualTo(ItemResult.CONFIRMED);
        assertThat(late.result()).as("it had been paid before it came back").isEqualTo(ItemResult.CONFIRMED);
        assertThat(payout().note()).isEqualTo("The bank account is closed.");
        assertThat(money.booked()).containsExactly("paid", "returned");
    }

    @Test
    void less_money_than_was_paid_is_left_to_a_person() {
        match(Meaning.PAID, "100.00", "EUR");

        assertThat(match(Meaning.RETURNED, "95.00", "EUR").result()).isEqualTo(ItemResult.AMOUNT_DIFFERS);
        assertThat(payout().state()).isEqualTo(Payout.State.PAID);
    }

    @Test
    void a_credit_is_a_return_only_if_it_names_a_payout() {
        match(Meaning.PAID, "100.00", "EUR");

        ReportItem other = match(reported("INV-17", Meaning.CREDITED, amount("100.00", "EUR"), TODAY, TODAY));
        ReportItem back = match(Meaning.CREDITED, "100.00", "EUR");

        assertThat(other.result()).isEqualTo(ItemResult.NO_REFERENCE);
        assertThat(other.isOpen()).isFalse();
        assertThat(back.result()).isEqualTo(ItemResult.OUTCOME_SET);
        assertThat(payout().state()).isEqualTo(Payout.State.RETURNED);
    }

    @Test
    void a_payout_that_was_not_sent_has_no_outcome() {
        Payout planned = PayoutMother.planned(PayoutMother.payee("par_sued"), "EUR 5.00");
        payouts.add(planned);

        ReportItem item = match(reported(planned.id().endToEndId(), Meaning.PAID, amount("5.00", "EUR"), TODAY, TODAY));

        assertThat(item.result()).isEqualTo(ItemResult.NOT_SENT);
        assertThat(item.detail()).isEqualTo("The payout is PLANNED and was not sent.");
    }

    @Test
    void an_unknown_reference_is_listed_and_a_missing_one_is_not() {
        ReportItem unknown = match(reported("E0123456789abc", Meaning.PAID, amount("1.00", "EUR"), TODAY, TODAY));
        ReportItem fees = match(reported(null, Meaning.PAID, amount("0.35", "EUR"), TODAY, TODAY));

        assertThat(unknown.result()).isEqualTo(ItemResult.UNKNOWN_REFERENCE);
        assertThat(unknown.detail()).isEqualTo("No payout has the end-to-end id E0123456789abc.");
        assertThat(unknown.isOpen()).isTrue();
        assertThat(fees.result()).isEqualTo(ItemResult.NO_REFERENCE);
        assertThat(fees.isOpen()).isFalse();
    }

    @Test
    void a_payment_of_somebody_else_on_the_same_account_waits_for_nobody() {
        for (String reference : List.of("SALARY-2026-07", "E-other", "RF18539007547034", "NOTPROVIDED")) {
            ReportItem other = match(reported(reference, Meaning.PAID, amount("1.00", "EUR"), TODAY, TODAY));

            assertThat(other.result()).as(reference).isEqualTo(ItemResult.OTHER_PAYER);
            assertThat(other.isOpen()).isFalse();
        }
        String own = reference.toUpperCase(Locale.ROOT);
        for (String changed : List.of(own.substring(0, 20), own.replaceAll("(.{4})", "$1 "), "PAYOUT/" + own + "x")) {
            assertThat(match(reported(changed, Meaning.PAID, amount("1.00", "EUR"), TODAY, TODAY))
                            .result())
                    .as(changed)
                    .isEqualTo(ItemResult.UNKNOWN_REFERENCE);
        }
    }

    @Test
    void a_value_date_ahead_gives_way_to_the_booking_date_and_an_impossible_date_is_listed() {
        LocalDate monday = TODAY.plusDays(4);

        ReportItem ahead = match(reported(reference, Meaning.PAID, amount("100.00", "EUR"), monday, null));
        ReportItem early = match(reported(reference, Meaning.PAID, amount("100.00", "EUR"), TODAY.minusDays(40), null));
        ReportItem booked = match(reported(reference, Meaning.PAID, amount("100.00", "EUR"), monday, TODAY));

        assertThat(ahead.result()).isEqualTo(ItemResult.DATE_REFUSED);
        assertThat(ahead.detail()).isEqualTo("The value date must not be in the future; today is 2026-07-16.");
        assertThat(early.detail()).contains("before the payout was planned");
        assertThat(booked.result()).isEqualTo(ItemResult.OUTCOME_SET);
        assertThat(payout().paidOn()).isEqualTo(TODAY);
    }

    @Test
    void a_status_on_the_way_sets_no_outcome_and_needs_nobody() {
        ReportItem item = match(Meaning.NOT_FINAL, "100.00", "EUR");

        assertThat(item.result()).isEqualTo(ItemResult.NOT_FINAL);
        assertThat(item.isOpen()).isFalse();
        assertThat(match(Meaning.UNCLEAR, "100.00", "EUR").isOpen()).isTrue();
        assertThat(payout().state()).isEqualTo(Payout.State.SUBMITTED);
    }

    private Payout payout() {
        return payouts.find(submitted.id()).orElseThrow();
    }

    private ReportItem match(Meaning meaning, String amount, String currency) {
        return match(reported(reference, meaning, amount(amount, currency), TODAY, TODAY));
    }

    private ReportItem match(ReportedPayment payment) {
        return match.match(ReportItem.read("brp_1", 1, payment), ACTOR);
    }

    private static List<ReportedAmount> amount(String value, String currency) {
        return List.of(new ReportedAmount(new BigDecimal(value), currency));
    }

    private static ReportedPayment reported(
            @Nullable String reference,
            Meaning meaning,
            List<ReportedAmount> amounts,
            @Nullable LocalDate valueOn,
            @Nullable LocalDate bookedOn) {
        return new ReportedPayment(
                Scope.PAYMENT, reference, null, "CODE", meaning, amounts, null, valueOn, bookedOn, "AC04", null);
    }
}
