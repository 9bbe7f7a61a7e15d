package io.entente.commission.plans.pricing;

import static io.entente.commission.plans.PlanMother.bands;
import static io.entente.commission.plans.PlanMother.everybodyBy;
import static io.entente.commission.plans.PlanMother.priced;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PastMother;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsAndRetainersTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);
    private static final EarningRule TEN_PERCENT = new Percent(Fraction.of("0.10"));

    @ParameterizedTest(name = "{0} of which {1} was earned this year: {2}")
    @CsvSource({
        "USD 100.00,   USD 0.00,    USD 25.00",
        "USD 250.00,   USD 0.00,    USD 25.00",
        "USD 500.00,   USD 0.00,    USD 50.00",
        "USD 3000.00,  USD 0.00,    USD 300.00",
        "USD 90000.00, USD 0.00,    USD 300.00",
        "USD 3000.00,  USD 800.00,  USD 200.00",
        "USD 3000.00,  USD 999.99,  USD 0.01",
    })
    void floor_and_caps_limit_the_commission(String amount, String earned, String expected) {
        Limits limits = new Limits(Money.parse("USD 300.00"), Money.parse("USD 1000.00"), Money.parse("USD 25.00"));

        PricingResult outcome = price(priced(amount), limits, PastMother.earned(earned));

        assertThat(((Earned) outcome).amount()).isEqualTo(Money.parse(expected));
    }

    @Test
    void a_partner_that_reached_the_yearly_cap_earns_nothing_more_and_sees_the_reason() {
        Limits limits = new Limits(null, Money.parse("USD 1000.00"), null);

        PricingResult outcome = price(priced("USD 3000.00"), limits, PastMother.earned("USD 1000.00"));

        assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.YEARLY_CAP_REACHED);
        assertThat(outcome.explanation())
                .last()
                .isEqualTo(
                        "The plan pays a partner at most 1000.00 USD a year; 1000.00 USD of 2026 is earned already (adjustments by people don't count),"
                                + " which leaves 0.00 USD.");
    }

    @Test
    void each_step_names_its_figures() {
        Limits limits = new Limits(Money.parse("USD 300.00"), Money.parse("USD 1000.00"), null);
        EarningRule rule = new VolumeTiers(TierMode.MARGINAL, bands("1: 0.10, 4: 0.15"));
        PlanBook book = PlanMother.book(PlanMother.plan(rule, Term.WHILE_ACTIVE, limits));
        KnownHistory past = new KnownHistory(
                3,
                Money.parse("USD 0.00"),
                History.ReferralDeals.NONE,
                History.Conversion.NONE,
                Money.parse("USD 800.00"));

        PricingResult outcome = Pricing.price(priced("USD 3000.01"), 0, PINE, book, past);

        assertThat(outcome.explanation())
                .containsExactly(
                        "Deal deal-1 of 3000.01 USD closed on 2026-04-02.",
                        "Plan standard, version 1, in force from 2000-01-01 with no end, is the most specific for partner"
                                + " par_pine (tier ACTIVE, model REFERRAL): it applies to all partners.",
                        "It is the partner's won deal number 4 of 2026: from number 4 on the rate is 15 %.",
                        "15 % of 3000.01 USD is 450.0015, rounded half up to 450.00 USD.",
                        "The plan pays at most 300.00 USD for a deal, so 450.00 USD is reduced to it.",
                        "The partner's share as ORIGINATOR is all of it: 300.00 USD.",
                        "The plan pays a partner at most 1000.00 USD a year; 800.00 USD of 2026 is earned already (adjustments by people don't count), which"
                                + " leaves 200.00 USD.");
        assertThat(outcome.steps())
                .extracting(Step::name)
                .containsExactly("DEAL", "PLAN", "ORDINAL", "COMMISSION", "CAP_PER_DEAL", "SHARE", "CAP_PER_YEAR");
        assertThat(outcome.steps().get(2).figures())
                .containsEntry("ordinal", "4")
                .containsEntry("from", "4")
                .containsEntry("rate", "0.15");
        assertThat(outcome.steps().get(3).figures())
                .containsEntry("exact", "450.0015")
                .containsEntry("result", "450.00 USD");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FLAT", "CAP", "BANDS"})
    void a_plan_with_amounts_prices_only_deals_in_their_currency(String what) {
        Money fifty = Money.parse("EUR 50.00");
        CommissionPlan plan =
                switch (what) {
                    case "FLAT" -> PlanMother.plan(new Flat(fifty), Term.WHILE_ACTIVE, Limits.NONE);
                    case "CAP" -> PlanMother.plan(TEN_PERCENT, Term.WHILE_ACTIVE, new Limits(fifty, null, null));
                    default ->
                        PlanMother.plan(
                                new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.EUR, bands("0: 0.10")),
                                Term.WHILE_ACTIVE,
                                Limits.NONE);
                };

        PricingResult inDollars =
                Pricing.price(priced("USD 100.00"), 0, PINE, PlanMother.book(plan), PastMother.nothing());
        PricingResult inEuros =
                Pricing.price(priced("EUR 100.00"), 0, PINE, PlanMother.book(plan), History.none(CurrencyUnit.EUR));

        assertThat(((NothingDue) inDollars).reason()).isEqualTo(Reason.CURRENCY_DIFFERS);
        assertThat(inEuros).isInstanceOf(Earned.class);
    }

    @Test
    void nothing_is_due_below_the_first_band_and_the_reason_is_explained() {
        EarningRule rule = new VolumeTiers(TierMode.MARGINAL, bands("4: 0.15"));

        PricingResult outcome = Pricing.price(priced("USD 100.00"), 0, PINE, everybodyBy(rule), PastMother.deals(2));

        assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.NO_RULE_MATCHED);
        assertThat(outcome.explanation())
                .last()
                .isEqualTo("It is the partner's won deal number 3 of 2026, and the plan pays from number 4 on.");
    }

    @Test
    void a_client_that_the_firm_referred_earns_the_partner_nothing() {
        PricedDeal deal = priced("USD 100.00");
        PricedDeal outbound = PricedDeal.closed(
                deal.id(),
                deal.basis(),
                deal.closedOn(),
                Direction.OUTBOUND,
                Involvement.STANDARD,
                false,
                null,
                deal.credit());

        PricingResult outcome = Pricing.price(outbound, 0, PINE, everybodyBy(TEN_PERCENT), PastMother.nothing());

        assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.REFERRED_BY_FIRM);
    }

    @Test
    void a_retainer_earns_with_each_payment_and_the_cap_applies_to_all_payments_together() {
        Limits limits = new Limits(Money.parse("USD 250.00"), null, null);
        PricedDeal retainer = retainer("USD 12000.00");

        assertThat(((NothingDue) price(retainer, limits, PastMother.nothing())).reason())
                .isEqualTo(Reason.ACCRUES_ON_PAYMENT);
        assertThat(paid(retainer, "USD 0.00", "USD 1000.05", limits)).isEqualTo(Money.parse("USD 100.01"));
        assertThat(paid(retainer, "USD 1000.05", "USD 1000.05", limits)).isEqualTo(Money.parse("USD 100.00"));
        assertThat(paid(retainer, "USD 2000.10", "USD 1000.05", limits)).isEqualTo(Money.parse("USD 49.99"));
    }

    @Test
    void a_flat_fee_for_a_retainer_is_earned_once_at_closing() {
        PlanBook book = everybodyBy(new Flat(Money.parse("USD 50.00")));
        PricedDeal retainer = retainer("USD 12000.00");
        PricedDeal payment =
                retainer.onPayment(Money.parse("USD 0.00"), Money.parse("USD 1000.00"), LocalDate.parse("2026-05-02"));

        assertThat(Pricing.price(retainer, 0, PINE, book, PastMother.nothing())).isInstanceOf(Earned.class);
        assertThat(Pricing.price(payment, 0, PINE, book, PastMother.nothing())).isInstanceOf(NothingDue.class);
    }

    @Test
    void the_first_year_also_ends_for_payments_on_a_retainer() {
        PlanBook book = PlanMother.book(PlanMother.plan(TEN_PERCENT, Term.FIRST_YEAR, Limits.NONE));
        PricedDeal retainer = retainer("USD 12000.00");
        History first = PastMother.referral(0, "2026-04-02");

        for (String day : List.of("2026-04-02", "2027-04-01")) {
            PricedDeal payment =
                    retainer.onPayment(Money.parse("USD 0.00"), Money.parse("USD 10.00"), LocalDate.parse(day));
            assertThat(Pricing.price(payment, 0, PINE, book, first)).as(day).isInstanceOf(Earned.class);
        }
        PricedDeal late =
                retainer.onPayment(Money.parse("USD 0.00"), Money.parse("USD 10.00"), LocalDate.parse("2027-04-02"));
        assertThat(((NothingDue) Pricing.price(late, 0, PINE, book, first)).reason())
                .isEqualTo(Reason.TERM_ENDED);
    }

    private static Money paid(PricedDeal retainer, String before, String paid, Limits limits) {
        PricedDeal payment = retainer.onPayment(Money.parse(before), Money.parse(paid), LocalDate.parse("2026-05-02"));
        return ((Earned) price(payment, limits, PastMother.nothing())).amount();
    }

    private static PricedDeal retainer(String amount) {
        return PricedDeal.closed(
                "deal-1",
                Money.parse(amount),
                LocalDate.parse("2026-04-02"),
                Direction.INBOUND,
                Involvement.STANDARD,
                true,
                null,
                List.of(new Credit(new PartnerId("par_pine"), "ORIGINATOR", Fraction.WHOLE)));
    }

    private static PricingResult price(PricedDeal deal, Limits limits, History past) {
        PlanBook book = PlanMother.book(PlanMother.plan(TEN_PERCENT, Term.WHILE_ACTIVE, limits));
        return Pricing.price(deal, 0, PINE, book, past);
    }
}
