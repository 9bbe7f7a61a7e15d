package io.entente.commission.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payees.Payee;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.PayoutOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
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
                .containsExactly("2025,par_pine,'=Pine LLC,W9,****6789,US,USD,1,599.99,600.00,NO");
        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_pine,'=Pine LLC,W9,****6789,US,USD,2,2000.00,2000.00,YES",
                        "2026,par_oak,'=Pine LLC,W9,****4321,US,USD,1,1999.99,2000.00,NO");
    }

    @Test
    void payments_to_several_partners_with_one_taxpayer_number_add_up() {
        List<Payout> payouts = List.of(
                paid("par_pine", "USD 1200.00", "2026-02-01"),
                paid("par_pine_west", "USD 800.00", "2026-03-01"),
                paid("par_oak", "USD 1999.99", "2026-06-30"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_pine par_pine_west,'=Pine LLC,W9,****6789,US,USD,2,2000.00,2000.00,YES",
                        "2026,par_oak,'=Pine LLC,W9,****4321,US,USD,1,1999.99,2000.00,NO");
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
                        "2026,par_ash par_beech,'=Pine LLC,W9,****4567,US,USD,2,2000.10,2000.00,YES",
                        "2026,par_cedar,'=Pine LLC,W9,****4567,US,USD,1,1400.00,2000.00,NO");
    }

    @Test
    void a_us_person_is_listed_wherever_it_lives() {
        assertThat(rows(List.of(paid(american("par_ash", "271-23-4567", "JP"), "USD 2345.67", "2026-04-01")), 2026))
                .containsExactly("2026,par_ash,'=Pine LLC,W9,****4567,JP,USD,1,2345.67,2000.00,YES");
    }

    @Test
    void a_payment_stays_with_the_payee_that_got_it_when_the_partners_payee_changes() {
        List<Payout> payouts = List.of(
                paid(american("par_ash", "27-1234567", "US"), "USD 800.00", "2026-04-01"),
                paid(american("par_ash", "31-7654321", "US"), "USD 2100.00", "2026-11-01"));

        assertThat(rows(payouts, 2026))
                .containsExactly(
                        "2026,par_ash,'=Pine LLC,W9,****4567,US,USD,1,800.00,2000.00,NO",
                        "2026,par_ash,'=Pine LLC,W9,****4321,US,USD,1,2100.00,2000.00,YES");
    }

    private static Payee american(String partner, String taxId, String country) {
        Payee known = PayoutMother.american(partner, taxId);
        return new Payee(
                known.partnerId(),
                known.holder(),
                known.account(),
                country,
                known.address(),
                known.currency(),
                known.taxForm(),
                taxId,
                known.hold(),
                known.version());
    }

    private static Payout paid(String partner, String amount, String on) {
        boolean second = partner.equals("par_oak");
        return paid(PayoutMother.american(partner, second ? "98-7654321" : "12-3456789"), amount, on);
    }

    private static Payout paid(Payee payee, String amount, String on) {
        Payout submitted = PayoutMother.planned(payee, amount)
                .approve(null, "finance:u-2", PayoutMother.NOW)
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
