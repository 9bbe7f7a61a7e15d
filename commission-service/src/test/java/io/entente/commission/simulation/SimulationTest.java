package io.entente.commission.simulation;

import static io.entente.commission.plans.PlanMother.bands;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.commission.simulation.PastDeals.PastDeal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);
    private static final Period YEAR = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
    private static final Fraction TENTH = Fraction.of("0.10");

    private final List<PastDeal> past = new ArrayList<>();

    @Test
    void a_comparison_shows_accrued_and_simulated_commission() {
        closed("2026-03-01", "USD 1000.00", "USD 100.00");
        closed("2026-04-01", "USD 500.00", "USD 50.00");
        closed("2026-05-01", "EUR 10.00", "EUR 1.00");

        assertThat(simulate(PlanMother.plan(new Percent(Fraction.of("0.12")), Term.WHILE_ACTIVE, Limits.NONE)))
                .containsExactly(compared(1, 1, "EUR 1.00", "EUR 1.20"), compared(2, 2, "USD 150.00", "USD 180.00"));
    }

    @Test
    void deals_outside_the_period_only_count_as_past() {
        for (int i = 0; i < 3; i++) {
            closed("2025-12-31", "USD 9000.00", "USD 900.00");
        }
        closed("2026-03-01", "USD 4000.00", "USD 400.00");
        LifetimeValueTiers tiers =
                new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands("0: 0.10, 30000: 0.20"));

        assertThat(simulate(PlanMother.plan(tiers, Term.WHILE_ACTIVE, Limits.NONE)))
                .containsExactly(compared(1, 1, "USD 400.00", "USD 500.00"));
    }

    @Test
    void a_term_ends_with_the_first_project_even_if_it_closed_before_the_period() {
        closed("2025-12-31", "USD 9000.00", "USD 900.00");
        closed("2026-03-01", "USD 4000.00", "USD 400.00");

        assertThat(simulate(PlanMother.plan(new Percent(TENTH), Term.FIRST_PROJECT, Limits.NONE)))
                .containsExactly(compared(1, 1, "USD 400.00", "USD 0.00"));
    }

    @Test
    void retroactive_tiers_raise_earlier_deals_and_corrections_count_as_accrued() {
        for (int i = 0; i < 4; i++) {
            closed("2026-03-0" + (i + 1), "USD 1000.00", "USD 100.00");
        }
        VolumeTiers tiers = new VolumeTiers(TierMode.RETROACTIVE, bands("1: 0.10, 4: 0.15"));
        Simulation simulation = simulation(PlanMother.plan(tiers, Term.WHILE_ACTIVE, Limits.NONE), noPlan());
        past.forEach(simulation::deal);
        simulation.changed("deal-0", LocalDate.parse("2026-03-01"), Money.parse("USD 7.00"));
        simulation.changed("deal-0", LocalDate.parse("2025-03-01"), Money.parse("USD 9.00"));

        assertThat(simulation.result()).containsExactly(compared(4, 4, "USD 407.00", "USD 600.00"));
    }

    /** The client paid 100.00 before three more deals of 1000.00 were won, and 200.00 afterwards. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // The retainer stays the first deal of the year, at 10 %. Only the fourth deal has 15 %.
        "MARGINAL,    USD 380.00",
        // All deals have the rate that the year has reached.
        "RETROACTIVE, USD 495.00",
    })
    void payments_on_a_retainer_are_priced_as_they_would_have_been(TierMode mode, String simulated) {
        PricedDeal retainer = PricedDeal.closed(
                "retainer",
                Money.parse("USD 1200.00"),
                LocalDate.parse("2026-02-01"),
                Direction.INBOUND,
                Involvement.STANDARD,
                true,
                null,
                PlanMother.priced("any", "USD 1.00", "2026-02-01").credit());
        LocalDate paidOn = LocalDate.parse("2026-02-02");
        Money nothing = Money.parse("USD 0.00");
        past.add(new PastDeal("retainer", retainer, 0, "other.example", "ref_2", 2026, 0, nothing, true));
        past.add(paid(retainer.onPayment(nothing, Money.parse("USD 100.00"), paidOn), 0));
        for (int i = 1; i <= 3; i++) {
            closed("2026-03-0" + i, "USD 1000.00", "USD 100.00", i);
        }
        past.add(paid(retainer.onPayment(Money.parse("USD 100.00"), Money.parse("USD 200.00"), paidOn), 3));
        VolumeTiers tiers = new VolumeTiers(mode, bands("1: 0.10, 4: 0.15"));

        assertThat(simulate(PlanMother.plan(tiers, Term.WHILE_ACTIVE, Limits.NONE)))
                .containsExactly(compared(6, 6, "USD 300.00", simulated));
    }

    private static PastDeal paid(PricedDeal payment, long dealsBefore) {
        return new PastDeal(
                "payment-" + payment.before(),
                payment,
                0,
                "other.example",
                "ref_2",
                2026,
                dealsBefore,
                Money.parse("USD 0.00"),
                true);
    }

    @Test
    void the_yearly_cap_applies_to_simulated_commission() {
        for (int i = 0; i < 4; i++) {
            closed("2026-03-0" + (i + 1), "USD 1000.00", "USD 100.00");
        }
        Limits limits = new Limits(null, Money.parse("USD 250.00"), null);

        assertThat(simulate(PlanMother.plan(new Percent(TENTH), Term.WHILE_ACTIVE, limits)))
                .containsExactly(compared(4, 4, "USD 400.00", "USD 250.00"));
    }

    @Test
    void a_more_specific_plan_keeps_its_deals() {
        closed("2026-03-01", "USD 1000.00", "USD 77.00");
        closed("2026-07-01", "USD 1000.00", "USD 77.00");
        PlanBook book = PlanMother.book(
                PlanMother.plan("own", PlanMother.audience("par_pine"), "2026-01-01", "2026-06-30", "0.077"));
        Simulation simulation = simulation(PlanMother.plan(new Percent(TENTH), Term.WHILE_ACTIVE, Limits.NONE), book);
        past.forEach(simulation::deal);

        assertThat(simulation.result()).containsExactly(compared(2, 1, "USD 154.00", "USD 177.00"));
    }

    private List<Comparison> simulate(CommissionPlan draft) {
        Simulation simulation = simulation(draft, noPlan());
        past.forEach(simulation::deal);
        return simulation.result();
    }

    private static Simulation simulation(CommissionPlan draft, PlanBook book) {
        return new Simulation(draft, YEAR, PINE, book, new NoReferrals());
    }

    private static PlanBook noPlan() {
        return PlanMother.book();
    }

    private static Comparison compared(long deals, long repriced, String accrued, String simulated) {
        return new Comparison(PINE.id(), deals, repriced, Money.parse(accrued), Money.parse(simulated));
    }

    private void closed(String on, String amount, String accrued) {
        long before = past.stream()
                .filter(deal ->
                        deal.deal().closedOn().getYear() == LocalDate.parse(on).getYear())
                .count();
        closed(on, amount, accrued, before);
    }

    private void closed(String on, String amount, String accrued, long before) {
        past.add(new PastDeal(
                "deal-" + past.size(),
                PlanMother.priced("deal-" + past.size(), amount, on),
                0,
                "brightwater.example",
                "ref_1",
                LocalDate.parse(on).getYear(),
                before,
                Money.parse(accrued),
                true));
    }

    private static final class NoReferrals implements PastDeals {

        @Override
        public void replay(PartnerId partner, Visitor visitor) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Set<String> submitted(PartnerId partner, LocalDate from, LocalDate to) {
            return Set.of();
        }
    }
}
