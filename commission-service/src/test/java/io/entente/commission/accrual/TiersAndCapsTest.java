package io.entente.commission.accrual;

import static io.entente.commission.accrual.ProgramMother.ASH;
import static io.entente.commission.accrual.ProgramMother.CLOSED_ON;
import static io.entente.commission.accrual.ProgramMother.adjusted;
import static io.entente.commission.accrual.ProgramMother.balance;
import static io.entente.commission.accrual.ProgramMother.deal;
import static io.entente.commission.accrual.ProgramMother.fact;
import static io.entente.commission.accrual.ProgramMother.program;
import static io.entente.commission.accrual.ProgramMother.standing;
import static io.entente.commission.accrual.ProgramMother.volumeTiers;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Tiers that count back over earlier deals, and caps. */
class TiersAndCapsTest {

    @Test
    void the_fourth_deal_of_the_year_lifts_the_first_three_if_tiers_count_back() {
        Program program = program(volumeTiers(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));
        // Again: nothing is corrected twice.
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));

        for (int i = 1; i <= 4; i++) {
            assertThat(standing(program, "d" + i).net()).isEqualTo(Money.parse("USD 15.00"));
        }
        assertThat(program.ledger.transactions())
                .filteredOn(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .hasSize(3)
                .allSatisfy(adjusted ->
                        assertThat(adjusted.entry().explanation()).anyMatch(step -> step.contains("5.00 USD")));
    }

    @Test
    void a_client_that_has_bought_enough_lifts_what_its_earlier_deals_earned() {
        Program program = program(PlanMother.everybodyBy(new LifetimeValueTiers(
                TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20"))));

        IntStream.rangeClosed(1, 3).forEach(i -> program.accrue(deal("d" + i)));
        program.accrue(deal("d3"));

        for (int i = 1; i <= 3; i++) {
            assertThat(standing(program, "d" + i).net()).isEqualTo(Money.parse("USD 20.00"));
        }
        assertThat(adjusted(program)).isEqualTo(2);
    }

    @Test
    void a_partner_whose_referrals_convert_late_is_owed_the_higher_rate_on_the_deals_before() {
        Program program = program(PlanMother.everybodyBy(
                new ConversionTiers(java.time.Period.ofYears(1), 2, PlanMother.bands("0: 0.10, 0.50: 0.20"))));
        for (int i = 1; i <= 4; i++) {
            program.deals.add(
                    ASH, new Submitted("ref_d" + i, DealMother.BRIGHTWATER.key(), LocalDate.parse("2026-03-01")));
        }

        program.accrue(deal("d1"));
        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 10.00"));
        program.accrue(deal("d2"));
        program.accrue(deal("d2"));

        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(adjusted(program)).isEqualTo(1);
    }

    @Test
    void a_referral_whose_deal_was_reversed_no_longer_counts_as_won_for_deals_that_are_priced_later() {
        Program program = program(PlanMother.everybodyBy(
                new ConversionTiers(java.time.Period.ofYears(1), 2, PlanMother.bands("0: 0.10, 0.75: 0.20"))));
        for (int i = 1; i <= 4; i++) {
            program.deals.add(
                    ASH, new Submitted("ref_d" + i, DealMother.BRIGHTWATER.key(), LocalDate.parse("2026-03-01")));
        }
        program.accrue(deal("d1"));
        program.accrue(deal("d2"));
        program.settling.record(fact(Kind.REVERSAL, "v", "d2", "100.00"));
        program.amended.record(new ReversedDeal("d2", 2, CLOSED_ON, "Entered wrongly.", "user:a"));

        program.accrue(deal("d3"));
        assertThat(standing(program, "d3").net()).as("2 of 4 referrals are won").isEqualTo(Money.parse("USD 10.00"));
        program.accrue(deal("d4"));

        assertThat(standing(program, "d4").net()).as("3 of 4 referrals are won").isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_cap_per_year_is_reached_exactly_and_no_deal_after_it_earns() {
        Program program = program(PlanMother.book(PlanMother.plan(
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new Limits(null, Money.parse("USD 25.00"), null))));

        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));

        assertThat(standing(program, "d3").net()).isEqualTo(Money.parse("USD 5.00"));
        assertThat(balance(program, Account.ACCRUED)).isEqualTo(Money.parse("USD 25.00"));
        assertThat(program.ledger.transactions())
                .extracting(LedgerTransaction::kind)
                .endsWith(TransactionKind.NO_COMMISSION);
    }
}
