package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.ofReferral;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.commission.simulation.Comparison;
import io.entente.commission.simulation.SimulationMother;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A simulation of the plan that was in force gives what the ledger has, also after reversals and refunds. */
class SimulatedAgainTest {

    private static final List<CommissionPlan> PLANS = List.of(
            plan(new VolumeTiers(TierMode.RETROACTIVE, PlanMother.bands("1: 0.10, 3: 0.15")), Term.WHILE_ACTIVE),
            plan(
                    new LifetimeValueTiers(
                            TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20")),
                    Term.WHILE_ACTIVE),
            plan(
                    new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20")),
                    Term.WHILE_ACTIVE),
            plan(new Percent(Fraction.of("0.10")), Term.FIRST_PROJECT),
            plan(new Percent(Fraction.of("0.10")), Term.FIRST_YEAR));

    private static final LifetimeValueTiers BANDS =
            new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20"));

    private static final List<CommissionPlan> WITH_RETAINERS = List.of(
            plan(new Percent(Fraction.of("0.10")), Term.WHILE_ACTIVE),
            plan(BANDS, Term.WHILE_ACTIVE),
            plan(new Percent(Fraction.of("0.10")), Term.FIRST_PROJECT),
            PlanMother.plan(
                    new VolumeTiers(TierMode.MARGINAL, PlanMother.bands("1: 0.10, 2: 0.20")),
                    Term.WHILE_ACTIVE,
                    capped("45.00")),
            PlanMother.plan(new Percent(Fraction.of("0.10")), Term.WHILE_ACTIVE, capped("45.00")),
            PlanMother.plan(BANDS, Term.WHILE_ACTIVE, capped("45.00")));

    private static Limits capped(String perYear) {
        return new Limits(null, Money.parse("USD " + perYear), null);
    }

    @Test
    void a_reversed_typing_error_neither_uses_up_the_first_project_nor_keeps_a_tier() {
        for (CommissionPlan plan : PLANS) {
            Program program = program(PlanMother.book(plan));
            program.accrue(ofReferral("typo", "USD 900.00", APRIL.minusYears(2)));
            program.accrue(ofReferral("d", "USD 100.00", APRIL));
            program.accrue(ofReferral("e", "USD 80.00", APRIL));
            reverse(program, "typo", "900.00", 2);

            Comparison compared = simulated(program, plan);
            assertThat(compared.simulated()).as(plan.rule() + " " + plan.term()).isEqualTo(compared.accrued());
        }
    }

    @Test
    void a_reversed_deal_costs_nothing_under_any_plan_and_a_refunded_one_costs_what_is_kept_of_it() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(ofReferral("typo", "USD 900.00", APRIL));
        program.accrue(ofReferral("d", "USD 400.00", APRIL));
        reverse(program, "typo", "900.00", 2);
        record(program, Kind.PAYMENT, "p", "d", Money.parse("USD 400.00"));
        record(program, Kind.REFUND, "r", "d", Money.parse("USD 100.00"));

        Comparison compared = simulated(program, plan(new Percent(Fraction.of("0.15")), Term.WHILE_ACTIVE));

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 30.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 45.00"));
    }

    @Test
    void a_refund_that_is_voided_counts_in_neither_figure() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(ofReferral("d", "USD 400.00", APRIL));
        record(program, Kind.PAYMENT, "p", "d", Money.parse("USD 400.00"));
        record(program, Kind.REFUND, "r", "d", Money.parse("USD 400.00"));
        record(program, Kind.REFUND_VOIDED, "r", "d", Money.parse("USD 400.00"));

        Comparison compared = simulated(program, plan(new Percent(Fraction.of("0.15")), Term.WHILE_ACTIVE));

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 40.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 60.00"));
    }

    @Test
    void a_draft_that_pays_for_a_deal_that_had_earned_nothing_pays_for_what_is_kept_of_it() {
        Program program = program(PlanMother.book());
        program.accrue(ofReferral("d", "USD 400.00", APRIL));
        record(program, Kind.PAYMENT, "p", "d", Money.parse("USD 400.00"));
        record(program, Kind.REFUND, "r", "d", Money.parse("USD 100.00"));

        Comparison compared = simulated(program, plan(new Percent(Fraction.of("0.15")), Term.WHILE_ACTIVE));

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 45.00"));
    }

    @Test
    void a_retainer_counts_with_what_is_kept_of_its_payments() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "400.00", "2026-04-10");
        payOn(program, "two", "300.00", "2026-05-10");
        record(program, Kind.REFUND, "r", "d", Money.parse("USD 350.00"));

        Comparison compared = simulated(program, plan(new Percent(Fraction.of("0.15")), Term.WHILE_ACTIVE));

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 35.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 52.50"));
    }

    @Property(tries = 200)
    void whatever_is_reversed_and_refunded_a_simulation_of_the_same_plan_changes_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        CommissionPlan plan = PLANS.get(random.nextInt(PLANS.size()));
        Program program = program(PlanMother.book(plan));
        List<String> deals = new ArrayList<>();
        List<Money> amounts = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            int kind = deals.isEmpty() ? 0 : random.nextInt(7);
            int chosen = deals.isEmpty() ? 0 : random.nextInt(deals.size());
            Money amount = Money.ofMinor(CurrencyUnit.USD, random.nextInt(20_000) + 500L);
            switch (kind) {
                case 0, 1, 2 -> {
                    deals.add("d" + i);
                    amounts.add(amount);
                    program.accrue(ofReferral("d" + i, amount.toString(), APRIL.minusMonths(random.nextInt(20))));
                }
                case 3, 4 -> record(program, Kind.PAYMENT, "p" + i, deals.get(chosen), amount);
                case 5 -> record(program, Kind.REFUND, "r" + i, deals.get(chosen), amount);
                default ->
                    reverse(
                            program,
                            deals.remove(chosen),
                            amounts.remove(chosen).getAmount().toPlainString(),
                            2);
            }
            if (program.ledger.head(ASH).number() > 0) {
                Comparison compared = simulated(program, plan);
                assertThat(compared.simulated())
                        .as("%s, %s after step %d", plan.rule(), plan.limits(), i)
                        .isEqualTo(compared.accrued());
            }
        }
    }

    @Test
    void a_payment_that_is_kept_in_part_across_a_band_earns_what_the_kept_part_adds() {
        CommissionPlan plan = WITH_RETAINERS.get(1);
        Program program = program(PlanMother.book(plan));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "200.00", "2026-04-10");
        payOn(program, "two", "100.00", "2026-05-10");
        record(program, Kind.REFUND, "r", "d", Money.parse("USD 50.00"));
        payOn(program, "three", "40.00", "2026-06-10");

        Comparison compared = simulated(program, plan);

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 33.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 33.00"));
    }

    @Property(tries = 300)
    void retainers_caps_and_refunds_change_nothing_either(@ForAll long seed) {
        Random random = new Random(seed);
        CommissionPlan plan = WITH_RETAINERS.get(random.nextInt(WITH_RETAINERS.size()));
        Program program = program(PlanMother.book(plan));
        List<DealFact> refunds = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String deal = random.nextBoolean() ? "d" : "e";
            Money amount = Money.ofMinor(CurrencyUnit.USD, random.nextInt(20_000) + 500L);
            switch (i < 2 ? i : 2 + random.nextInt(6)) {
                case 0 -> program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
                case 1 -> program.accrue(ofReferral("e", "USD 300.00", APRIL));
                case 2, 3, 4 -> record(program, Kind.PAYMENT, "p" + i, deal, amount);
                case 5, 6 -> {
                    refunds.add(new DealFact(Kind.REFUND, "r" + i, deal, amount, APRIL, "It did.", "user:a"));
                    record(program, Kind.REFUND, "r" + i, deal, amount);
                }
                default -> {
                    if (!refunds.isEmpty()) {
                        program.settling.record(refunds.remove(random.nextInt(refunds.size()))
                                .voided(APRIL, "Entered wrongly.", "user:a"));
                    }
                }
            }
            Comparison compared = simulated(program, plan);
            assertThat(compared.simulated())
                    .as("%s, %s after step %d", plan.rule(), plan.limits(), i)
                    .isEqualTo(compared.accrued());
        }
    }

    private static Comparison simulated(Program program, CommissionPlan plan) {
        return SimulationMother.simulated(
                        plan,
                        new Everybody().find(ASH).orElseThrow(),
                        PlanMother.book(),
                        program.ledger,
                        program.deals,
                        program.deals)
                .get(0);
    }

    private static void record(Program program, Kind kind, String id, String deal, Money amount) {
        program.settling.record(new DealFact(kind, id, deal, amount, APRIL, "It did.", "user:a"));
    }

    private static CommissionPlan plan(EarningRule rule, Term term) {
        return PlanMother.plan(rule, term, Limits.NONE);
    }
}
