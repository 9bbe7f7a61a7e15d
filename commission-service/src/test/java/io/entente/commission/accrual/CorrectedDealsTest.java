package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.TEN_PERCENT;
import static io.entente.commission.accrual.AmendedDeals.balance;
import static io.entente.commission.accrual.AmendedDeals.cents;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.kinds;
import static io.entente.commission.accrual.AmendedDeals.lifetime;
import static io.entente.commission.accrual.AmendedDeals.ofReferral;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.pay;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static io.entente.commission.deals.DealMother.credit;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Hold;
import io.entente.commission.deals.Deal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Corrected deals are priced again, whatever has happened in between. */
class CorrectedDealsTest {

    @Test
    void a_partner_that_a_correction_credits_is_held_if_the_client_is_the_partner_itself() {
        Program program = new Program(new EverybodyIsBrightwater(), TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));
        assertThat(standing(program, "d").isHeld()).as("at the closing").isTrue();

        program.amended.record(
                corrected(on("d", APRIL, List.of(credit("par_ash", "0.50"), credit("par_birch", "0.50")), null), 2));

        Commission birch = program.ledger
                .standing(CommissionId.of("d", new PartnerId("par_birch")))
                .orElseThrow();
        assertThat(birch.net()).isEqualTo(Money.parse("USD 5.00"));
        assertThat(birch.holds()).extracting(Hold::kind).containsExactly(Hold.Kind.SELF_REFERRAL);
    }

    @Test
    void a_corrected_amount_is_priced_again_and_the_difference_names_its_origin() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 15040.00"));

        program.amended.record(corrected(deal("d", "USD 10540.00"), 2));
        program.amended.record(corrected(deal("d", "USD 10540.00"), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 1054.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 1054.00");
        assertThat(kinds(program))
                .containsExactly(TransactionKind.ACCRUAL, TransactionKind.RECOUNTED, TransactionKind.ADJUSTED);
        assertThat(program.ledger.transactions().get(2).entry().explanation())
                .anyMatch(step -> step.contains("correction 1") && step.contains("a typing error"))
                .anyMatch(step -> step.contains("ledger transaction par_ash") && step.contains("1504.00"))
                .anyMatch(step -> step.contains("1054.00") && step.contains("-450.00"));
        assertThat(program.ledger.head(ASH).counters().revenue()).containsValue(Money.parse("USD 10540.00"));
    }

    @Test
    void a_correction_that_arrives_before_its_deal_is_applied_when_the_deal_arrives() {
        Program program = program(TEN_PERCENT);

        program.amended.record(corrected(deal("d", "USD 80.00"), 2));
        program.accrue(deal("d", "USD 100.00"));
        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 8.00");
    }

    @Test
    void an_earlier_correction_that_arrives_late_changes_nothing() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));

        program.amended.record(corrected(deal("d", "USD 70.00"), 3));
        program.amended.record(corrected(deal("d", "USD 90.00"), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 7.00");
    }

    @Test
    void the_released_part_follows_the_corrected_amount() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 10000.00"));
        pay(program, "p", "10000.00");

        program.amended.record(corrected(deal("d", "USD 8000.00"), 2));
        assertThat(balance(program, Account.PAYABLE)).as("all of it is paid").isEqualTo("USD 800.00");
        program.amended.record(corrected(deal("d", "USD 20000.00"), 3));

        assertThat(balance(program, Account.PAYABLE)).as("half of it is paid").isEqualTo("USD 1000.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 1000.00");
    }

    @Test
    void a_corrected_first_day_moves_the_first_year() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_YEAR, Limits.NONE)));
        program.accrue(ofReferral("first", "USD 100.00", LocalDate.parse("2016-03-01")));
        program.amended.record(corrected(ofReferral("first", "USD 100.00", LocalDate.parse("2026-03-01")), 2));

        program.accrue(ofReferral("next", "USD 100.00", APRIL));

        assertThat(earned(program, "next")).isEqualTo("USD 10.00");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2016, 0L, 2026, 2L));
    }

    @Test
    void a_corrected_amount_can_take_the_client_out_of_a_retroactive_tier() {
        Program program = program(lifetime(TierMode.RETROACTIVE));
        program.accrue(deal("d1", "USD 100.00"));
        program.accrue(deal("d2", "USD 1500.00"));
        assertThat(earned(program, "d1")).isEqualTo("USD 20.00");

        program.amended.record(corrected(deal("d2", "USD 150.00"), 2));

        assertThat(earned(program, "d1")).isEqualTo("USD 20.00");
        program.amended.record(corrected(deal("d2", "USD 15.00"), 3));
        assertThat(earned(program, "d1")).isEqualTo("USD 10.00");
        assertThat(earned(program, "d2")).isEqualTo("USD 1.50");
    }

    @Test
    void another_closing_day_is_priced_by_the_version_in_force_on_it() {
        Program program = program(PlanMother.book(
                PlanMother.plan("old", Audience.ALL, "2000-01-01", "2025-12-31", "0.10"),
                PlanMother.plan("new", Audience.ALL, "2026-01-01", null, "0.20")));
        program.accrue(deal("d", "USD 100.00"));
        assertThat(earned(program, "d")).isEqualTo("USD 20.00");

        program.amended.record(corrected(on("d", LocalDate.parse("2025-12-30"), ASH_ALONE, null), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
        assertThat(standing(program, "d").plan().code()).isEqualTo("old");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2025, 1L, 2026, 0L));
    }

    @Test
    void a_deal_that_no_plan_priced_earns_when_its_day_is_corrected() {
        Program program = program(PlanMother.book(PlanMother.plan("new", Audience.ALL, "2026-01-01", null, "0.20")));
        program.accrue(on("d", LocalDate.parse("2016-04-02"), ASH_ALONE, null));

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, null), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 20.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 20.00");
    }

    @Test
    void corrected_credit_moves_commission_between_partners() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));
        List<Credit> shared = List.of(credit("par_elm", "0.40"), credit("par_ash", "0.60"));

        program.amended.record(corrected(on("d", APRIL, shared, null), 2));
        assertThat(earned(program, "d")).isEqualTo("USD 6.00");
        assertThat(earned(program, "d", "par_elm")).isEqualTo("USD 4.00");
        program.amended.record(corrected(on("d", APRIL, List.of(credit("par_elm", "1.00")), null), 3));

        assertThat(standing(program, "d").net().isZero()).isTrue();
        assertThat(earned(program, "d", "par_elm")).isEqualTo("USD 10.00");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2026, 0L));
        pay(program, "p", "100.00");
        assertThat(program.ledger.head(new PartnerId("par_elm")).balances().of(Account.PAYABLE, CurrencyUnit.USD))
                .isEqualTo(Money.parse("USD 10.00"));
    }

    @Property(tries = 300)
    void any_order_and_repetition_of_corrections_payments_and_a_reversal_earns_the_same(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 1_000_000) Integer> amounts,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 500_000) Integer> payments,
            @ForAll boolean reversed,
            @ForAll long seed) {
        List<Consumer<Program>> events = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Deal deal = deal("d", cents(amounts.get(i)).toString());
            long sequence = i + 1;
            events.add(program -> {
                if (sequence == 1) {
                    program.accrue(deal);
                } else {
                    program.amended.record(corrected(deal, sequence));
                }
            });
        }
        for (int i = 0; i < payments.size(); i++) {
            String id = "p" + i;
            String amount = cents(payments.get(i)).getAmount().toPlainString();
            events.add(program -> payOn(program, id, amount, "2026-04-30"));
        }
        Money last = cents(amounts.get(amounts.size() - 1));
        if (reversed) {
            events.add(program -> reverse(program, "d", last.getAmount().toPlainString(), amounts.size() + 1L));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));
        Program program = program(TEN_PERCENT);

        events.forEach(event -> event.accept(program));

        Money earns = reversed ? Money.zero(CurrencyUnit.USD) : last.multipliedBy(new BigDecimal("0.10"), HALF_UP);
        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(earns.toString());
        Counters counters = program.ledger.head(ASH).counters();
        assertThat(counters.dealsByYear()).isEqualTo(Map.of(2026, reversed ? 0L : 1L));
        assertThat(counters.revenue())
                .isEqualTo(Map.of(CurrencyUnit.USD, reversed ? Money.zero(CurrencyUnit.USD) : last));
    }
}
