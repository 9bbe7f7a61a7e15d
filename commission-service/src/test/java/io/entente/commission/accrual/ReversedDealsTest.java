package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.TEN_PERCENT;
import static io.entente.commission.accrual.AmendedDeals.balance;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.id;
import static io.entente.commission.accrual.AmendedDeals.lifetime;
import static io.entente.commission.accrual.AmendedDeals.ofReferral;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static io.entente.commission.accrual.AmendedDeals.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.ledger.Account;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A reversed deal counts for no tier, no term and no revenue of deals that are priced later. */
class ReversedDealsTest {

    @Test
    void a_correction_that_arrives_after_the_reversal_of_its_deal_revives_nothing() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));

        reverse(program, "d", "120.00", 3);
        program.amended.record(corrected(deal("d", "USD 120.00"), 2));

        assertThat(standing(program, "d").net().isZero()).isTrue();
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2026, 0L));
        assertThat(program.ledger.head(ASH).counters().revenue().values()).allMatch(Money::isZero);
    }

    @Test
    void a_reversed_typing_error_does_not_use_up_the_first_project() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_PROJECT, Limits.NONE)));
        program.accrue(ofReferral("typo", "USD 1.00", APRIL));
        reverse(program, "typo", "1.00", 2);

        program.accrue(ofReferral("right", "USD 10000.00", APRIL));
        program.accrue(ofReferral("second", "USD 10000.00", APRIL));

        assertThat(earned(program, "right")).isEqualTo("USD 1000.00");
        assertThat(program.ledger.standing(id("second"))).isEmpty();
    }

    @Test
    void a_reversed_first_deal_does_not_begin_the_first_year() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_YEAR, Limits.NONE)));
        program.accrue(ofReferral("typo", "USD 100.00", APRIL.minusYears(2)));
        program.accrue(ofReferral("other", "USD 100.00", APRIL.minusMonths(1)));
        reverse(program, "typo", "100.00", 2);

        program.accrue(ofReferral("right", "USD 100.00", APRIL));

        assertThat(earned(program, "right")).isEqualTo("USD 10.00");
    }

    @Test
    void three_reversed_typing_errors_do_not_lift_the_next_deal() {
        Program program = program(volume(TierMode.MARGINAL));
        for (String typo : List.of("t1", "t2", "t3")) {
            program.accrue(deal(typo, "USD 100.00"));
            reverse(program, typo, "100.00", 2);
        }

        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
    }

    @Test
    void a_reversed_deal_is_no_part_of_the_clients_lifetime_value() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(deal("typo", "USD 1000.00"));
        reverse(program, "typo", "1000.00", 2);

        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
    }

    @Test
    void reversing_the_deal_that_reached_a_tier_takes_back_the_lift_as_it_was_given() {
        Program program = program(volume(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i, "USD 100.00")));
        assertThat(earned(program, "d1")).isEqualTo("USD 15.00");

        reverse(program, "d4", "100.00", 2);
        reverse(program, "d4", "100.00", 2);

        for (String left : List.of("d1", "d2", "d3")) {
            assertThat(earned(program, left)).isEqualTo("USD 10.00");
        }
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 30.00");
        program.accrue(deal("d5", "USD 100.00"));
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 60.00");
    }

    @Test
    void a_tier_that_is_reached_without_the_reversed_deal_stays() {
        Program program = program(volume(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 5).forEach(i -> program.accrue(deal("d" + i, "USD 100.00")));

        reverse(program, "d4", "100.00", 2);
        assertThat(earned(program, "d1")).as("four deals are left").isEqualTo("USD 15.00");
        reverse(program, "d1", "100.00", 2);

        for (String left : List.of("d2", "d3", "d5")) {
            assertThat(earned(program, left)).as("three deals are left").isEqualTo("USD 10.00");
        }
    }

    @Test
    void a_reversed_retainer_is_no_part_of_the_clients_lifetime_value() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "1000.00", "2026-04-30");
        reverse(program, "d", "100.00", 2);

        program.accrue(deal("next", "USD 100.00"));

        assertThat(earned(program, "next")).isEqualTo("USD 10.00");
    }
}
