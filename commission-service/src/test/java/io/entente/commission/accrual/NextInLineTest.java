package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.balance;
import static io.entente.commission.accrual.AmendedDeals.cents;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.full;
import static io.entente.commission.accrual.AmendedDeals.id;
import static io.entente.commission.accrual.AmendedDeals.ofReferral;
import static io.entente.commission.accrual.AmendedDeals.paid;
import static io.entente.commission.accrual.AmendedDeals.pay;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.project;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Movement;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.commission.plans.rules.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** If the first deal of a referral is reversed, the next in line earns, whenever it was posted. */
class NextInLineTest {

    @Test
    void a_deal_that_was_posted_before_the_typing_error_was_reversed_earns_as_the_first_project() {
        Program program = program(plan(Term.FIRST_PROJECT));
        program.accrue(ofReferral("typo", "USD 1.00", APRIL));
        program.accrue(ofReferral("d", "USD 8200.00", APRIL));
        program.accrue(ofReferral("third", "USD 500.00", APRIL));
        pay(program, "p", "4100.00");
        assertThat(program.ledger.standing(id("d"))).isEmpty();

        reverse(program, "typo", "1.00", 2);
        reverse(program, "typo", "1.00", 2);

        assertThat(earned(program, "d")).isEqualTo("USD 820.00");
        assertThat(program.ledger.standing(id("third"))).isEmpty();
        assertThat(AmendedDeals.standing(program, "d").released()).isEqualTo(Money.parse("USD 410.00"));
        List<Movement> adjusted = program.ledger.transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .map(transaction -> (Movement) transaction.entry())
                .toList();
        assertThat(adjusted).singleElement().satisfies(movement -> {
            assertThat(movement.because().code()).isEqualTo(Code.TERM_REACHES);
            assertThat(movement.explanation())
                    .first()
                    .asString()
                    .isEqualTo("Deal typo was reversed, so this deal is within the term of the plan now.");
        });

        reverse(program, "d", "8200.00", 2);
        assertThat(earned(program, "third")).isEqualTo("USD 50.00");
    }

    @Test
    void deals_within_a_year_of_the_next_in_line_earn_if_the_one_that_began_the_year_is_reversed() {
        Program program = program(plan(Term.FIRST_YEAR));
        program.accrue(ofReferral("typo", "USD 70.00", APRIL.minusYears(2)));
        program.accrue(ofReferral("next", "USD 300.00", APRIL.minusMonths(3)));
        program.accrue(ofReferral("after", "USD 400.00", APRIL));

        reverse(program, "typo", "70.00", 2);

        assertThat(earned(program, "next")).isEqualTo("USD 30.00");
        assertThat(earned(program, "after")).isEqualTo("USD 40.00");
    }

    @Test
    void a_correction_of_the_first_day_gives_the_others_what_they_earn_by_it() {
        Program program = program(plan(Term.FIRST_YEAR));
        program.accrue(ofReferral("first", "USD 70.00", LocalDate.parse("2016-03-01")));
        program.accrue(ofReferral("next", "USD 300.00", APRIL));
        assertThat(program.ledger.standing(id("next"))).isEmpty();

        program.amended.record(corrected(ofReferral("first", "USD 70.00", LocalDate.parse("2026-03-01")), 2));

        assertThat(earned(program, "next")).isEqualTo("USD 30.00");
    }

    @Test
    void payments_on_a_retainer_that_was_second_in_line_earn_and_follow_what_is_kept() {
        Program program = program(plan(Term.FIRST_PROJECT));
        program.accrue(ofReferral("typo", "USD 1.00", APRIL.minusDays(9)));
        program.accrue(full("d", "ref_one", "USD 1200.00", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "400.00", "2026-04-10");
        payOn(program, "two", "300.00", "2026-04-11");
        happens(program, Kind.REFUND, "r", "100.00");
        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo("USD 0.10");

        reverse(program, "typo", "1.00", 2);

        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 40.00"));
        assertThat(paid(program, "two").net()).isEqualTo(Money.parse("USD 20.00"));
        payOn(program, "three", "50.00", "2026-04-12");
        happens(program, Kind.REFUND_VOIDED, "r", "100.00");
        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo("USD 75.00");
    }

    @Test
    void a_deal_that_became_the_first_earns_by_its_right_details_after_each_correction() {
        for (Term term : List.of(Term.FIRST_PROJECT, Term.FIRST_YEAR)) {
            Program program = program(plan(term));
            program.accrue(ofReferral("typo", "USD 640.00", APRIL.minusYears(2)));
            program.accrue(ofReferral("d", "USD 820.00", APRIL));
            reverse(program, "typo", "640.00", 2);
            assertThat(earned(program, "d")).isEqualTo("USD 82.00");
            pay(program, "p", "820.00");

            program.amended.record(corrected(ofReferral("d", "USD 930.00", APRIL), 2));
            assertThat(earned(program, "d")).isEqualTo("USD 93.00");
            program.amended.record(corrected(
                    full("d", "ref_one", "USD 930.00", APRIL, ASH_ALONE, project("2026-04-02", "2026-09-30")), 3));
            assertThat(earned(program, "d")).isEqualTo("USD 93.00");
        }
    }

    @Test
    void a_plan_that_is_mended_later_pays_the_first_of_the_deals_that_are_left() {
        Program program = program(PlanMother.book());
        program.accrue(ofReferral("typo", "USD 640.00", APRIL));
        program.accrue(ofReferral("d", "USD 820.00", APRIL));
        reverse(program, "typo", "640.00", 2);

        program.priceBy(plan(Term.FIRST_PROJECT));

        assertThat(earned(program, "d")).isEqualTo("USD 82.00");
    }

    @Test
    void a_retainer_that_was_booked_second_earns_nothing_on_whatever_day_it_closed() {
        for (int days : new int[] {-1, 0, 1}) {
            Program program = program(plan(Term.FIRST_PROJECT));
            program.accrue(ofReferral("first", "USD 640.00", APRIL));
            program.accrue(full("d", "ref_one", "USD 1.00", APRIL.plusDays(days), ASH_ALONE, retainer(null)));
            payOn(program, "one", "210.00", "2026-05-10");
            payOn(program, "two", "330.00", "2026-05-11");
            assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo("USD 64.00");

            reverse(program, "first", "640.00", 2);
            assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo("USD 54.00");
        }
    }

    @Test
    void a_retainer_that_was_booked_first_leaves_nothing_for_a_project_that_closed_earlier() {
        Program program = program(plan(Term.FIRST_PROJECT));
        program.accrue(full("d", "ref_one", "USD 1.00", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "210.00", "2026-05-10");
        program.accrue(ofReferral("second", "USD 640.00", APRIL.minusDays(3)));
        payOn(program, "two", "330.00", "2026-05-11");

        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo("USD 54.00");
    }

    /** The model looks at the facts alone: of the deals that stand, only the one that was booked first earns. */
    @Property(tries = 200)
    void whatever_is_paid_corrected_and_reversed_only_the_first_that_is_left_earns_10_percent(@ForAll long seed) {
        Random random = new Random(seed);
        Program program = program(plan(Term.FIRST_PROJECT));
        Map<String, Long> left = new LinkedHashMap<>();
        Map<String, Integer> corrections = new HashMap<>();
        for (int i = 0; i < 16; i++) {
            long cents = 1_000L + 10 * random.nextInt(5_000);
            LocalDate day = APRIL.minusDays(random.nextInt(3));
            List<String> deals = List.copyOf(left.keySet());
            String chosen = deals.isEmpty() ? "" : deals.get(random.nextInt(deals.size()));
            int kind = deals.isEmpty() ? 0 : random.nextInt(6);
            boolean isRetainer = chosen.startsWith("t");
            if (kind <= 1) {
                String id = (random.nextBoolean() ? "t" : "d") + i;
                left.put(id, id.startsWith("t") ? 0 : cents);
                program.accrue(inLine(id, cents, day));
            } else if (kind == 2) {
                reverse(program, chosen, isRetainer ? "900.00" : amount(left.get(chosen)), 20);
                left.remove(chosen);
            } else if (kind == 3 && !isRetainer) {
                left.put(chosen, cents);
                program.amended.record(
                        corrected(inLine(chosen, cents, day), corrections.merge(chosen, 1, Integer::sum) + 1));
            } else if (isRetainer) {
                left.merge(chosen, cents, Long::sum);
                program.settling.record(new DealFact(
                        Kind.PAYMENT, "p" + i, chosen, cents(cents), APRIL.plusDays(i), "Paid", "user:u-17"));
            }
            Money right =
                    left.isEmpty() ? cents(0) : cents(left.values().iterator().next() / 10);
            assertThat(balance(program, Account.COMMISSION_EXPENSE))
                    .as("step %d of %d, %s", i, kind, left)
                    .isEqualTo(right.toString());
        }
    }

    private static Deal inLine(String id, long cents, LocalDate day) {
        boolean isRetainer = id.startsWith("t");
        return full(
                id,
                "ref_one",
                "USD " + (isRetainer ? "900.00" : amount(cents)),
                day,
                ASH_ALONE,
                isRetainer ? retainer(null) : null);
    }

    private static String amount(long cents) {
        return cents(cents).getAmount().toPlainString();
    }

    @Property(tries = 150)
    void whatever_is_reversed_only_the_first_that_is_left_earns(@ForAll long seed) {
        Random random = new Random(seed);
        Program program = program(plan(Term.FIRST_PROJECT));
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(3) == 0 && !left.isEmpty()) {
                String reversed = left.remove(random.nextInt(left.size()));
                reverse(program, reversed, "100.00", 2);
            } else {
                left.add("d" + i);
                program.accrue(ofReferral("d" + i, "USD 100.00", APRIL));
            }
            for (int j = 0; j < left.size(); j++) {
                boolean earns = program.ledger
                        .standing(id(left.get(j)))
                        .filter(commission -> commission.net().isPositive())
                        .isPresent();
                assertThat(earns).as("deal %s of %s", left.get(j), left).isEqualTo(j == 0);
            }
        }
    }

    private static void happens(Program program, Kind kind, String id, String amount) {
        program.settling.record(
                new DealFact(kind, id, "d", Money.parse("USD " + amount), APRIL.plusDays(20), "It did.", "user:a"));
    }

    private static PlanBook plan(Term term) {
        return PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), term, Limits.NONE));
    }
}
