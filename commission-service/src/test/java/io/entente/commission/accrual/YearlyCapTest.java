package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.anyThatCounts;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.id;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.paid;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
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
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A plan of 10 % that pays a partner at most 25.00 in a year, whatever is refunded, paid again and voided. */
class YearlyCapTest {

    private static final Money CAP = Money.parse("USD 25.00");
    private static final PlanBook CAPPED = PlanMother.book(
            PlanMother.plan(new Percent(Fraction.of("0.10")), Term.WHILE_ACTIVE, new Limits(null, CAP, null)));

    private final Program program = program(CAPPED);

    @Test
    void a_voided_refund_gives_nothing_back_if_another_deal_has_used_the_cap() {
        dealsOf10And15();
        happens(Kind.PAYMENT, "p", "d1", "100.00");
        happens(Kind.REFUND, "r", "d1", "100.00");
        program.accrue(deal("d3", "USD 180.00"));
        assertThat(earned(program, "d3")).isEqualTo("USD 10.00");

        happens(Kind.REFUND_VOIDED, "r", "d1", "100.00");

        assertThat(earned(program, "d1")).isEqualTo("USD 0.00");
        assertThat(earnedThisYear(program)).isEqualTo(CAP);
        Movement last = (Movement) program.ledger.transactions().stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .entry();
        assertThat(last.kind()).isEqualTo(TransactionKind.REFUND_NOTED);
        assertThat(last.because().code()).isEqualTo(Code.CAP_LEFT_LESS);
        assertThat(last.because().values()).containsExactly("25.00 USD", "2026");
        assertThat(last.explanation()).anyMatch(step -> step.contains("25.00 USD of it are earned"));
    }

    @Test
    void a_refund_that_is_paid_again_gives_back_what_the_cap_has_left() {
        dealsOf10And15();
        happens(Kind.PAYMENT, "p", "d1", "100.00");
        happens(Kind.REFUND, "r", "d1", "40.00");
        program.accrue(deal("d3", "USD 30.00"));
        assertThat(earned(program, "d3")).isEqualTo("USD 3.00");

        happens(Kind.PAYMENT, "p2", "d1", "40.00");

        assertThat(earned(program, "d1"))
                .as("6.00, and the 1.00 that is left of the cap")
                .isEqualTo("USD 7.00");
        assertThat(standing(program, "d1").released()).isEqualTo(Money.parse("USD 7.00"));
        assertThat(earnedThisYear(program)).isEqualTo(CAP);

        happens(Kind.REFUND, "s", "d1", "50.00");
        assertThat(earned(program, "d1")).isEqualTo("USD 3.50");
    }

    @Test
    void a_payment_on_a_retainer_gets_back_what_the_cap_has_left() {
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        happens(Kind.PAYMENT, "one", "d", "100.00");
        happens(Kind.PAYMENT, "two", "d", "100.00");
        happens(Kind.REFUND, "r", "d", "150.00");
        program.accrue(deal("other", "USD 170.00"));

        happens(Kind.REFUND_VOIDED, "r", "d", "150.00");

        assertThat(paid(program, "two").net().plus(paid(program, "one").net())).isEqualTo(Money.parse("USD 8.00"));
        assertThat(earnedThisYear(program)).isEqualTo(CAP);
    }

    @Test
    void what_people_add_or_take_away_does_not_count_for_the_cap() {
        program.accrue(deal("d1", "USD 100.00"));
        adjust("d1", "20.00", "gift");
        program.accrue(deal("d2", "USD 150.00"));
        assertThat(earned(program, "d2")).isEqualTo("USD 15.00");
        assertThat(earned(program, "d1")).isEqualTo("USD 30.00");

        adjust("d2", "-9.00", "fine");
        program.accrue(deal("d3", "USD 100.00"));

        assertThat(program.ledger.standing(id("d3"))).as("the cap is reached").isEmpty();
        happens(Kind.PAYMENT, "p", "d1", "100.00");
        happens(Kind.REFUND, "r", "d1", "50.00");
        assertThat(earned(program, "d1")).as("half of 10.00 and of 20.00").isEqualTo("USD 15.00");
        assertThat(earnedThisYear(program)).isEqualTo(Money.parse("USD 20.00"));
    }

    @Property(tries = 200)
    void no_history_earns_more_than_the_cap_and_the_chain_counts_what_is_earned(@ForAll long seed) {
        Random random = new Random(seed);
        YearlyCapTest test = new YearlyCapTest();
        test.program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        List<String> deals = new ArrayList<>(List.of("d"));
        List<DealFact> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            test.step(random, i, deals, facts);
            Money sum = Money.zero(CurrencyUnit.USD);
            for (Commission commission : test.commissions()) {
                sum = sum.plus(commission.leftOfEarned());
            }
            assertThat(sum).as("after step %d", i).isLessThanOrEqualTo(CAP);
            assertThat(earnedThisYear(test.program)).as("after step %d", i).isEqualTo(sum);
        }
    }

    private void step(Random random, int i, List<String> deals, List<DealFact> facts) {
        String deal = deals.get(random.nextInt(deals.size()));
        switch (random.nextInt(8)) {
            case 0 -> {
                deals.add("e" + i);
                program.accrue(deal("e" + i, usd(random).toString()));
            }
            case 1, 2, 3 ->
                record(new DealFact(Kind.PAYMENT, "p" + i, deal, usd(random), APRIL, "Paid", "user:a"), facts);
            case 4 -> record(new DealFact(Kind.REFUND, "r" + i, deal, usd(random), APRIL, "Back", "user:a"), facts);
            case 5, 6 ->
                anyThatCounts(facts, random).ifPresent(fact -> record(fact.voided(APRIL, "Wrong", "user:a"), facts));
            default -> {
                if (deal.startsWith("e")) {
                    program.amended.record(corrected(deal(deal, usd(random).toString()), i + 2));
                } else if (random.nextBoolean()) {
                    commissions().stream()
                            .findFirst()
                            .ifPresent(found -> adjust(found.id(), "1.11", "gift" + random.nextInt(1000)));
                }
            }
        }
    }

    private void record(DealFact fact, List<DealFact> facts) {
        facts.add(fact);
        program.settling.record(fact);
    }

    private List<Commission> commissions() {
        return program.ledger.transactions().stream()
                .flatMap(transaction -> transaction.entry().creditedDeal().stream())
                .map(CommissionId::of)
                .distinct()
                .flatMap(id -> program.ledger.standing(id).stream())
                .toList();
    }

    private static Money usd(Random random) {
        return Money.ofMinor(CurrencyUnit.USD, random.nextInt(20_000) + 1L);
    }

    private void dealsOf10And15() {
        program.accrue(deal("d1", "USD 100.00"));
        program.accrue(deal("d2", "USD 150.00"));
    }

    private void adjust(String deal, String amount, String correction) {
        adjust(id(deal), amount, correction);
    }

    private void adjust(CommissionId id, String amount, String correction) {
        program.life.change(id, now -> new Correction(
                        correction,
                        Money.parse("USD " + amount),
                        false,
                        "It is fair.",
                        "user:u-2",
                        List.of("It is fair."))
                .on(now, program.facts.of(now), APRIL)
                .toOptional()
                .flatMap(movement -> movement));
    }

    private void happens(Kind kind, String id, String deal, String amount) {
        program.settling.record(new DealFact(
                kind, id, deal, Money.parse("USD " + amount), LocalDate.parse("2026-04-20"), "It did.", "user:u-1"));
    }

    private static Money earnedThisYear(Program program) {
        return program.ledger.head(ASH).counters().earned(2026, "standard", CurrencyUnit.USD);
    }
}
