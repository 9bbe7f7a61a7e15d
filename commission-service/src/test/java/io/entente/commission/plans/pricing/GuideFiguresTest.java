package io.entente.commission.plans.pricing;

import static io.entente.commission.plans.PlanMother.bands;
import static io.entente.commission.plans.PlanMother.everybodyBy;
import static io.entente.commission.plans.PlanMother.priced;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PastMother;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.ByInvolvement;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that a plan can express every figure of the program guide's section on commission. */
class GuideFiguresTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);
    private static final EarningRule VOLUME = new VolumeTiers(TierMode.MARGINAL, bands("1: 0.10, 4: 0.15, 11: 0.20"));

    @ParameterizedTest(name = "{0} at {1} of {2}: {3}")
    @CsvSource({
        // passive 5-10 %
        "PASSIVE,  0.05, USD 10000.00, USD 500.00",
        "PASSIVE,  0.10, USD 10000.00, USD 1000.00",
        // standard 10-15 %
        "STANDARD, 0.10, USD 10000.00, USD 1000.00",
        "STANDARD, 0.15, USD 10000.00, USD 1500.00",
        // high involvement 20-25 %
        "ACTIVE,   0.20, USD 10000.00, USD 2000.00",
        "ACTIVE,   0.25, USD 10000.00, USD 2500.00",
    })
    void each_involvement_has_a_rate(Involvement involvement, String rate, String amount, String expected) {
        Fraction other = Fraction.of("0.01");
        Fraction own = Fraction.of(rate);
        EarningRule rule = new ByInvolvement(
                involvement == Involvement.PASSIVE ? own : other,
                involvement == Involvement.STANDARD ? own : other,
                involvement == Involvement.ACTIVE ? own : other);
        PricedDeal deal = priced(amount);
        PricedDeal involved = PricedDeal.closed(
                deal.id(), deal.basis(), deal.closedOn(), Direction.INBOUND, involvement, false, null, deal.credit());

        assertThat(amount(involved, rule, PastMother.nothing())).isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "referral {0} of the year: {1}")
    @CsvSource({
        "1,  USD 1000.00",
        "2,  USD 1000.00",
        "3,  USD 1000.00",
        "4,  USD 1500.00",
        "5,  USD 1500.00",
        "6,  USD 1500.00",
        "7,  USD 1500.00",
        "8,  USD 1500.00",
        "9,  USD 1500.00",
        "10, USD 1500.00",
        "11, USD 2000.00",
        "12, USD 2000.00",
        "50, USD 2000.00",
    })
    void volume_tiers_are_1_to_3_10_percent_4_to_10_15_percent_11_and_more_20_percent(long number, String expected) {
        assertThat(amount(priced("USD 10000.00"), VOLUME, PastMother.deals(number - 1)))
                .isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "{1} of {0} referrals closed: {2}")
    @CsvSource({
        "10, 4, USD 1000.00",
        "10, 5, USD 1500.00",
        "10, 6, USD 1500.00",
        "2,  1, USD 1500.00",
        "101, 50, USD 1000.00",
        "3,  4, USD 1500.00",
    })
    void the_rate_is_higher_if_half_of_the_referrals_close(long submitted, long won, String expected) {
        EarningRule rule = new ConversionTiers(java.time.Period.ofYears(1), 2, bands("0: 0.10, 0.5: 0.15"));

        assertThat(amount(priced("USD 10000.00"), rule, PastMother.converted(submitted, won)))
                .isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "split {0}: {2}")
    @CsvSource({"0.40, , USD 4000.00", "0.60, , USD 6000.00", "0.50, , USD 5000.00", "0.50, 0.60, USD 6000.00"})
    void co_delivery_splits_the_revenue_by_plan_or_by_project(
            String planned, @Nullable String agreed, String expected) {
        PricedDeal deal = priced("USD 10000.00");
        PricedDeal project = PricedDeal.closed(
                deal.id(),
                deal.basis(),
                deal.closedOn(),
                Direction.INBOUND,
                Involvement.STANDARD,
                false,
                agreed == null ? null : Fraction.of(agreed),
                deal.credit());

        assertThat(amount(project, new RevenueSplit(Fraction.of(planned)), PastMother.nothing()))
                .isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // the highest rate, the standard one, a lower one
        "STRATEGIC,        USD 2000.00",
        "ACTIVE,           USD 1500.00",
        "REFERRAL_NETWORK, USD 1000.00",
    })
    void each_tier_of_partners_has_a_rate(Tier tier, String expected) {
        PlanBook book = PlanMother.book(
                PlanMother.plan("strategic", PlanMother.audience("STRATEGIC"), "2026-01-01", null, "0.20"),
                PlanMother.plan("active", PlanMother.audience("ACTIVE"), "2026-01-01", null, "0.15"),
                PlanMother.plan("rest", Audience.ALL, "2026-01-01", null, "0.10"));
        PartnerProfile partner = PlanMother.partner("par_any", tier, PartnershipModel.REFERRAL);

        PricingResult outcome = Pricing.price(priced("USD 10000.00"), 0, partner, book, PastMother.nothing());

        assertThat(((Earned) outcome).amount()).isEqualTo(Money.parse(expected));
    }

    @Test
    void a_low_ticket_service_pays_a_flat_fee() {
        assertThat(amount(priced("USD 300.00"), new Flat(Money.parse("USD 50.00")), PastMother.nothing()))
                .isEqualTo(Money.parse("USD 50.00"));
    }

    @ParameterizedTest(name = "{0}: deal number {1} on {2}: {3}")
    @CsvSource({
        // 10 % ongoing while the client stays active
        "WHILE_ACTIVE,  1, 2026-04-02, true",
        "WHILE_ACTIVE,  9, 2031-04-02, true",
        // the first year only
        "FIRST_YEAR,    1, 2026-04-02, true",
        "FIRST_YEAR,    3, 2027-04-01, true",
        "FIRST_YEAR,    3, 2027-04-02, false",
        // the first project only
        "FIRST_PROJECT, 1, 2026-04-02, true",
        "FIRST_PROJECT, 2, 2026-04-02, false",
    })
    void a_referral_earns_for_its_term(Term term, long number, LocalDate closedOn, boolean earns) {
        PlanBook book = PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), term, Limits.NONE));
        History past = PastMother.referral(number - 1, number == 1 ? null : "2026-04-02");

        PricingResult outcome = Pricing.price(priced("d", "USD 10000.00", closedOn.toString()), 0, PINE, book, past);

        if (earns) {
            assertThat(((Earned) outcome).amount()).isEqualTo(Money.parse("USD 1000.00"));
        } else {
            assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.TERM_ENDED);
        }
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        // common compensation: 10-20 % on the first project; a 20 % fee
        "0.10, USD 10540.00, USD 1054.00",
        "0.20, USD 10540.00, USD 2108.00",
    })
    void a_percentage_of_the_project_is_earned(String rate, String amount, String expected) {
        assertThat(amount(priced(amount), new Percent(Fraction.of(rate)), PastMother.nothing()))
                .isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "a project of {0}: {1}")
    @CsvSource({
        "USD 50000.00,  USD 5000.00",
        "USD 50000.10,  USD 5000.02",
        "USD 120000.00, USD 15500.00",
        "USD 1.00,      USD 0.10",
    })
    void the_project_size_decides_the_rate(String size, String expected) {
        EarningRule rule = new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands("0: 0.10, 50000: 0.15"));

        assertThat(amount(priced(size), rule, PastMother.nothing())).isEqualTo(Money.parse(expected));
    }

    @ParameterizedTest(name = "{1} of a client that bought for {0}: {2}")
    @CsvSource({
        "USD 0.00,      USD 10000.00, USD 1000.00",
        "USD 95000.00,  USD 10000.00, USD 1250.00",
        "USD 100000.00, USD 10000.00, USD 1500.00",
    })
    void the_lifetime_value_of_the_client_decides_the_rate(String before, String amount, String expected) {
        EarningRule rule = new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands("0: 0.10, 100000: 0.15"));

        assertThat(amount(priced(amount), rule, PastMother.clientBought(before)))
                .isEqualTo(Money.parse(expected));
    }

    @Test
    void reciprocal_referrals_are_recorded_without_cash() {
        PricingResult outcome =
                Pricing.price(priced("USD 1.00"), 0, PINE, everybodyBy(new Reciprocal()), PastMother.nothing());

        assertThat(outcome).isInstanceOf(NothingDue.class);
        assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.RECIPROCITY_ONLY);
        assertThat(((NothingDue) outcome).plan()).isEqualTo(new PlanRef("standard", 1));
    }

    @Test
    void the_usual_trigger_is_net_30_from_the_clients_payment_and_the_guides_four_triggers_exist() {
        assertThat(PaymentTerms.USUAL).isEqualTo(new PaymentTerms(Trigger.CLIENT_PAYMENT, 30, 0));
        assertThat(List.of(Trigger.values()))
                .containsExactly(Trigger.CLIENT_PAYMENT, Trigger.PROJECT_START, Trigger.COMPLETION, Trigger.MONTHLY);
    }

    private static Money amount(PricedDeal deal, EarningRule rule, History past) {
        return ((Earned) Pricing.price(deal, 0, PINE, everybodyBy(rule), past)).amount();
    }
}
