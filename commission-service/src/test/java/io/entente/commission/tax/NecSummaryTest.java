package io.entente.commission.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.PayoutOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NecSummaryTest {

    /** The thresholds that are delivered with the service. */
    private static final TaxThresholds THRESHOLDS = new TaxThresholds(List.of(JsonMapper.builder()
            .build()
            .readValue(
                    Objects.requireNonNull(NecSummaryTest.class.getResourceAsStream("/policy/tax-thresholds.json")),
                    TaxThreshold[].class)));

    @Test
    void the_threshold_of_the_tax_year_applies() {
        assertThat(THRESHOLDS.of("1099-NEC", 2025)).isEqualTo(Money.parse("USD 600.00"));
        assertThat(THRESHOLDS.of("1099-NEC", 2026)).isEqualTo(Money.parse("USD 2000.00"));
        assertThat(THRESHOLDS.of("1099-NEC", 2031)).isEqualTo(Money.parse("USD 2000.00"));
    }

    @Test
    void payments_count_in_the_year_in_which_they_were_paid() {
        List<Payout> payouts = List.of(
                paid("par_pine", "USD 599.99", "2025-12-31"),
                paid("par_pine", "USD 1000.00", "2026-01-01"),
                paid("par_pine", "USD 1000.00", "2026-12-31"),
                paid("par_oak", "USD 1999.99", "2026-06-30"),
                returned("par_oak", "USD 500.00", "2026-07-01"));

        assertThat(rows(payouts, 2025))
                .containsExactly("2025,par_pine,'=Pine LLC,W9,****6789,US,USD,1,599.99,600.00,NO,0.00");
        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_pine,'=Pine LLC,W9,****6789,US,USD,2,2000.00,2000.00,YES,0.00",
                        "2026,par_oak,'=Pine LLC,W9,****4321,US,USD,1,1999.99,2000.00,NO,0.00");
    }

    @Test
    void payments_to_several_partners_with_one_taxpayer_number_add_up() {
        List<Payout> payouts = List.of(
                paid("par_pine", "USD 1200.00", "2026-02-01"),
                paid("par_pine_west", "USD 800.00", "2026-03-01"),
                paid("par_oak", "USD 1999.99", "2026-06-30"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_pine par_pine_west,'=Pine LLC,W9,****6789,US,USD,2,2000.00,2000.00,YES,0.00",
                        "2026,par_oak,'=Pine LLC,W9,****4321,US,USD,1,1999.99,2000.00,NO,0.00");
    }

    @Test
    void partners_outside_the_united_states_are_not_listed() {
        Payout german = PayoutMother.submitted()
                .settle(PayoutOutcome.paid(LocalDate.parse("2026-06-30"), "finance:u-1"))
                .orElseThrow()
                .settled("par_nord/1", PayoutMother.NOW)
                .state();

        assertThat(rows(List.of(german), 2026)).isEmpty();
    }

    @Test
    void an_ein_and_an_ssn_of_the_same_digits_are_two_taxpayers() {
        List<Payout> payouts = List.of(
                paid(american("par_ash", "27-1234567", "US"), "USD 1300.10", "2026-02-01"),
                paid(american("par_beech", "271234567", "US"), "USD 700.00", "2026-03-01"),
                paid(american("par_cedar", "271-23-4567", "US"), "USD 1400.00", "2026-04-01"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_ash par_beech,'=Pine LLC,W9,****4567,US,USD,2,2000.10,2000.00,YES,0.00",
                        "2026,par_cedar,'=Pine LLC,W9,****4567,US,USD,1,1400.00,2000.00,NO,0.00");
    }

    @Test
    void payments_from_before_the_number_was_known_belong_to_the_recipient_with_the_number() {
        List<Payout> payouts = List.of(
                paid(withoutForm("par_ash"), "USD 1300.00", "2026-02-01"),
                paid(american("par_ash", "27-1234567", "US"), "USD 700.01", "2026-05-01"),
                paid(withoutForm("par_elm"), "USD 90.00", "2026-02-01"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_elm,'=Pine LLC,,,US,USD,1,90.00,2000.00,NO,0.00",
                        "2026,par_ash,'=Pine LLC,W9,****4567,US,USD,2,2000.01,2000.00,YES,0.00");
    }

    @Test
    void payments_without_a_number_stand_alone_if_the_partner_had_two_recipients_in_the_year() {
        List<Payout> payouts = List.of(
                paid(withoutForm("par_ash"), "USD 1300.00", "2026-02-01"),
                paid(american("par_ash", "27-1234567", "US"), "USD 700.00", "2026-05-01"),
                paid(american("par_ash", "31-7654321", "US"), "USD 800.00", "2026-08-01"));

        assertThat(rows(payouts, 2026)).hasSize(3).noneMatch(row -> row.contains("YES"));
    }

    @Test
    void dollars_below_the_threshold_are_not_all_if_other_currencies_were_paid_too() {
        List<Payout> payouts = List.of(
                paid(american("par_ash", "27-1234567", "US"), "USD 1999.00", "2026-02-01"),
                paid(american("par_ash", "27-1234567", "US"), "EUR 40.00", "2026-05-01"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_ash,'=Pine LLC,W9,****4567,US,EUR,1,40.00,2000.00,CONVERT_FIRST,0.00",
                        "2026,par_ash,'=Pine LLC,W9,****4567,US,USD,1,1999.00,2000.00,CONVERT_FIRST,0.00");
    }

    @Test
    void the_latest_payment_names_the_recipient_in_whatever_order_the_payments_are_read() {
        Payout first = paid(named("Pine LLC"), "USD 100.00", "2026-02-01");
        Payout last = paid(named("Pine Holding LLC"), "USD 100.00", "2026-05-01");

        assertThat(rows(List.of(last, first), 2026))
                .isEqualTo(rows(List.of(first, last), 2026))
                .singleElement()
                .asString()
                .contains(",Pine Holding LLC,");
    }

    @Test
    void a_recipient_from_whom_tax_was_withheld_is_reported_whatever_it_was_paid() {
        Payee payee = american("par_ash", "27-1234567", "US");
        Money none = Money.zero(CurrencyUnit.USD);
        PayoutTax tax = new PayoutTax(none, Money.parse("USD 24.00"));
        Payout payout = paid(
                Payout.planned(
                        PayoutId.of("pob_1", payee.partnerId(), CurrencyUnit.USD),
                        "pob_1",
                        payee.partnerId(),
                        new Allocation(Money.parse("USD 100.00"), none, 1, tax),
                        payee,
                        PayoutMother.NOW),
                "2026-04-01");

        assertThat(rows(List.of(payout), 2026))
                .containsExactly("2026,par_ash,'=Pine LLC,W9,****4567,US,USD,1,100.00,2000.00,YES,24.00");
    }

    @Test
    void a_us_person_is_listed_wherever_it_lives() {
        assertThat(rows(List.of(paid(american("par_ash", "271-23-4567", "JP"), "USD 2345.67", "2026-04-01")), 2026))
                .containsExactly("2026,par_ash,'=Pine LLC,W9,****4567,JP,USD,1,2345.67,2000.00,YES,0.00");
    }

    @Test
    void a_payment_stays_with_the_payee_that_got_it_when_the_partners_payee_changes() {
        List<Payout> payouts = List.of(
                paid(american("par_ash", "27-1234567", "US"), "USD 800.00", "2026-04-01"),
                paid(american("par_ash", "31-7654321", "US"), "USD 2100.00", "2026-11-01"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_ash,'=Pine LLC,W9,****4567,US,USD,1,800.00,2000.00,NO,0.00",
                        "2026,par_ash,'=Pine LLC,W9,****4321,US,USD,1,2100.00,2000.00,YES,0.00");
    }

    private static Payee withoutForm(String partner) {
        Payee known = PayoutMother.american(partner, "27-1234567");
        return payee(known, known.holder(), known.country(), null, null);
    }

    private static Payee named(String holder) {
        Payee known = PayoutMother.american("par_ash", "27-1234567");
        return payee(known, holder, known.country(), known.taxForm(), known.taxId());
    }

    private static Payee payee(
            Payee known, String holder, String country, @Nullable TaxForm form, @Nullable String taxId) {
        return new Payee(
                known.partnerId(),
                holder,
                known.account(),
                country,
                known.address(),
                known.currency(),
                form,
                taxId,
                known.hold(),
                known.version());
    }

    private static Payee american(String partner, String taxId, String country) {
        Payee known = PayoutMother.american(partner, taxId);
        return payee(known, known.holder(), country, known.taxForm(), taxId);
    }

    private static Payout paid(String partner, String amount, String on) {
        boolean second = partner.equals("par_oak");
        return paid(PayoutMother.american(partner, second ? "98-7654321" : "12-3456789"), amount, on);
    }

    private static Payout paid(Payee payee, String amount, String on) {
        return paid(PayoutMother.planned(payee, amount), on);
    }

    private static Payout paid(Payout planned, String on) {
        Payout submitted = planned.approve(null, "finance:u-2", PayoutMother.NOW)
                .state()
                .submit(true, null)
                .state();
        return settled(submitted, PayoutOutcome.paid(LocalDate.parse(on), "finance:u-1"));
    }

    private static Payout returned(String partner, String amount, String on) {
        return settled(
                paid(partner, amount, on),
                PayoutOutcome.returned(LocalDate.parse(on).plusDays(5), "Back.", "finance:u-1"));
    }

    private static Payout settled(Payout payout, PayoutOutcome outcome) {
        return payout.settle(outcome)
                .orElseThrow()
                .settled("tx/1", PayoutMother.NOW)
                .state();
    }

    private static List<String> rows(List<Payout> payouts, int year) {
        StringBuilder csv = new StringBuilder();
        new NecSummary(new ListedPayouts(payouts), THRESHOLDS).write(year, false, csv);
        return csv.toString().lines().skip(1).toList();
    }
}
