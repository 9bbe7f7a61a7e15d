package io.entente.commission.plans.pricing;

import static io.entente.commission.plans.PlanMother.bands;
import static io.entente.commission.plans.PlanMother.everybodyBy;
import static io.entente.commission.plans.PlanMother.priced;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PastMother;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrossingTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);
    private static final Money NOTHING = Money.parse("USD 0.00");
    private static final PlanRef STANDARD = new PlanRef("standard", 1);
    private static final PlanBook RETROACTIVE =
            everybodyBy(new VolumeTiers(TierMode.RETROACTIVE, bands("1: 0.10, 4: 0.15, 11: 0.20")));

    @Test
    void the_fourth_deal_of_the_year_raises_the_three_before_it() {
        Crossing crossing = crossing(RETROACTIVE, priced("deal-4", "USD 500.00", "2026-09-01"), PastMother.deals(3));

        Adjustment owed = crossing.owed(
                        earlier(priced("deal-1", "USD 8000.00", "2026-01-05"), "USD 800.00"), RETROACTIVE, NOTHING)
                .orElseThrow();

        assertThat(owed.amount()).isEqualTo(Money.parse("USD 400.00"));
        assertThat(owed.total()).isEqualTo(Money.parse("USD 1200.00"));
        assertThat(owed.steps())
                .extracting(Step::sentence)
                .containsExactly(
                        "Deal deal-1 of 8000.00 USD closed on 2026-01-05.",
                        "Deal deal-4, won deal number 4 of 2026, reached a higher rate, which counts for the whole year.",
                        "The partner has won 4 deals in 2026 so far: from number 4 on the rate is 15 %, for all deals"
                                + " of the year.",
                        "15 % of 8000.00 USD is 1200.00 USD, exactly; nothing is rounded.",
                        "The partner's share as ORIGINATOR is all of it: 1200.00 USD.",
                        "Earned before: 800.00 USD. Difference: 400.00 USD.");
        assertThat(crossing.from()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(crossing.to()).isEqualTo(LocalDate.parse("2026-12-31"));
    }

    @Test
    void a_deal_that_stays_within_its_band_changes_no_earlier_deal() {
        for (long before : List.of(1L, 2L, 4L, 9L, 11L)) {
            assertThat(Pricing.crossing(priced("USD 1.00"), 0, PINE, RETROACTIVE, PastMother.deals(before)))
                    .as("after %d", before)
                    .isEmpty();
        }
    }

    @Test
    void marginal_tiers_change_no_earlier_deal() {
        PlanBook marginal = everybodyBy(new VolumeTiers(TierMode.MARGINAL, bands("1: 0.10, 4: 0.15")));

        assertThat(Pricing.crossing(priced("USD 1.00"), 0, PINE, marginal, PastMother.deals(3)))
                .isEmpty();
    }

    @Test
    void deals_of_another_year_or_plan_and_deals_that_cannot_earn_do_not_change() {
        Crossing crossing = crossing(RETROACTIVE, priced("deal-4", "USD 500.00", "2026-09-01"), PastMother.deals(3));
        PricedDeal deal = priced("deal-1", "USD 8000.00", "2026-01-05");

        assertThat(crossing.owed(earlier(priced("d", "USD 8000.00", "2025-12-31"), "USD 800.00"), RETROACTIVE, NOTHING))
                .isEmpty();
        assertThat(crossing.owed(
                        new EarlierDeal(deal, 0, new PlanRef("other", 1), null, NOTHING), RETROACTIVE, NOTHING))
                .isEmpty();
        assertThat(crossing.owed(new EarlierDeal(deal, 0, STANDARD, Reason.TERM_ENDED, NOTHING), RETROACTIVE, NOTHING))
                .isEmpty();
    }

    @Test
    void a_deal_below_the_first_band_earns_everything_once_the_band_is_reached() {
        PlanBook book = everybodyBy(new VolumeTiers(TierMode.RETROACTIVE, bands("4: 0.15")));
        PricedDeal first = priced("deal-1", "USD 8000.00", "2026-01-05");
        NothingDue nothing = (NothingDue) Pricing.price(first, 0, PINE, book, PastMother.deals(0));
        Crossing crossing = crossing(book, priced("deal-4", "USD 500.00", "2026-09-01"), PastMother.deals(3));

        Optional<Adjustment> owed =
                crossing.owed(new EarlierDeal(first, 0, nothing.plan(), nothing.reason(), NOTHING), book, NOTHING);

        assertThat(owed).map(Adjustment::amount).contains(Money.parse("USD 1200.00"));
    }

    @Test
    void each_earlier_deal_is_priced_again_by_its_own_version() {
        CommissionPlan first = plan(1, "2026-01-01", "2026-06-30", "1: 0.10, 4: 0.12");
        CommissionPlan second = plan(2, "2026-07-01", null, "1: 0.10, 4: 0.15");
        PlanBook book = new PlanBook(1, List.of(first, second), Map.of());
        Crossing crossing = crossing(book, priced("deal-4", "USD 500.00", "2026-09-01"), PastMother.deals(3));

        Adjustment owed = crossing.owed(
                        earlier(priced("deal-1", "USD 1000.00", "2026-01-05"), "USD 100.00"), book, NOTHING)
                .orElseThrow();

        assertThat(owed.total()).isEqualTo(Money.parse("USD 120.00"));
    }

    @Test
    void an_adjustment_respects_the_yearly_cap() {
        Limits limits = new Limits(null, Money.parse("USD 1000.00"), null);
        EarningRule rule = new VolumeTiers(TierMode.RETROACTIVE, bands("1: 0.10, 4: 0.15"));
        PlanBook book = PlanMother.book(PlanMother.plan(rule, Term.WHILE_ACTIVE, limits));
        Crossing crossing = crossing(book, priced("deal-4", "USD 500.00", "2026-09-01"), PastMother.deals(3));
        EarlierDeal deal = earlier(priced("deal-1", "USD 8000.00", "2026-01-05"), "USD 800.00");

        assertThat(crossing.owed(deal, book, Money.parse("USD 900.00")))
                .map(Adjustment::amount)
                .contains(Money.parse("USD 100.00"));
        assertThat(crossing.owed(deal, book, Money.parse("USD 1000.00"))).isEmpty();
    }

    @Test
    void all_deals_of_a_client_are_raised_when_it_reaches_a_higher_band() {
        PlanBook book = everybodyBy(
                new LifetimeValueTiers(TierMode.RETROACTIVE, CurrencyUnit.USD, bands("0: 0.10, 10000: 0.15")));
        Crossing crossing =
                crossing(book, priced("deal-2", "USD 4000.00", "2026-09-01"), PastMother.clientBought("USD 6000.00"));

        assertThat(crossing.scope()).isEqualTo(Crossing.Scope.CLIENT);
        assertThat(crossing.owed(earlier(priced("deal-1", "USD 6000.00", "2019-01-05"), "USD 600.00"), book, NOTHING))
                .map(Adjustment::total)
                .contains(Money.parse("USD 900.00"));
    }

    @Test
    void a_later_conversion_raises_the_deals_of_the_window() {
        PlanBook book = everybodyBy(new ConversionTiers(java.time.Period.ofYears(1), 4, bands("0: 0.10, 0.5: 0.15")));
        PricedDeal late = priced("deal-2", "USD 4000.00", "2026-09-01");

        Crossing crossing = crossing(book, late, PastMother.converted(4, 2));

        assertThat(crossing.owed(earlier(priced("deal-1", "USD 6000.00", "2026-01-05"), "USD 600.00"), book, NOTHING))
                .map(Adjustment::total)
                .contains(Money.parse("USD 900.00"));
        assertThat(crossing.owed(earlier(priced("deal-1", "USD 6000.00", "2025-08-31"), "USD 600.00"), book, NOTHING))
                .isEmpty();
        assertThat(Pricing.crossing(late, 0, PINE, book, PastMother.converted(5, 2)))
                .isEmpty();
        assertThat(Pricing.crossing(late, 0, PINE, book, PastMother.converted(3, 2)))
                .isEmpty();
    }

    @Test
    void the_second_deal_of_a_referral_does_not_change_the_conversion() {
        PlanBook book = everybodyBy(new ConversionTiers(java.time.Period.ofYears(1), 4, bands("0: 0.10, 0.5: 0.15")));
        KnownHistory past = new KnownHistory(
                1, NOTHING, new ReferralDeals(1, LocalDate.parse("2026-01-01")), new History.Conversion(4, 2), NOTHING);

        assertThat(Pricing.crossing(priced("USD 1.00"), 0, PINE, book, past)).isEmpty();
    }

    /** For any deals: after the adjustments of each crossing, every deal of the year has the rate of the year's count. */
    @Property
    void every_deal_of_the_year_finally_has_the_rate_that_the_year_reached(
            @ForAll @Size(min = 1, max = 15) List<@LongRange(min = 0, max = 100_000_000) Long> cents,
            @ForAll @IntRange(min = 2, max = 12) int second) {
        PlanBook book =
                everybodyBy(new VolumeTiers(TierMode.RETROACTIVE, bands("1: 0.07, %d: 0.13".formatted(second))));
        List<PricedDeal> deals = new ArrayList<>();
        List<Money> earned = new ArrayList<>();
        for (long amount : cents) {
            PricedDeal deal = priced(
                    "deal-" + deals.size(),
                    Money.ofMinor(CurrencyUnit.USD, amount).toString(),
                    "2026-04-02");
            History past = PastMother.deals(deals.size());
            Pricing.crossing(deal, 0, PINE, book, past).ifPresent(crossing -> adjust(crossing, deals, earned, book));
            deals.add(deal);
            earned.add(amount(Pricing.price(deal, 0, PINE, book, past)));
        }

        for (int i = 0; i < deals.size(); i++) {
            assertThat(earned.get(i))
                    .isEqualTo(amount(Pricing.price(deals.get(i), 0, PINE, book, PastMother.deals(deals.size() - 1L))));
        }
    }

    private static void adjust(Crossing crossing, List<PricedDeal> deals, List<Money> earned, PlanBook book) {
        for (int i = 0; i < deals.size(); i++) {
            Reason reason = earned.get(i).isZero() ? Reason.AMOUNT_ROUNDS_TO_ZERO : null;
            EarlierDeal earlier = new EarlierDeal(deals.get(i), 0, STANDARD, reason, earned.get(i));
            earned.set(
                    i,
                    crossing.owed(earlier, book, NOTHING).map(Adjustment::total).orElse(earned.get(i)));
        }
    }

    private static Money amount(PricingResult outcome) {
        return outcome instanceof Earned earned ? earned.amount() : NOTHING;
    }

    private static Crossing crossing(PlanBook book, PricedDeal deal, History past) {
        return Pricing.crossing(deal, 0, PINE, book, past).orElseThrow();
    }

    private static EarlierDeal earlier(PricedDeal deal, String earned) {
        return new EarlierDeal(deal, 0, STANDARD, null, Money.parse(earned));
    }

    private static CommissionPlan plan(long version, String from, @Nullable String to, String words) {
        return PlanMother.plan(new VolumeTiers(TierMode.RETROACTIVE, bands(words)), Term.WHILE_ACTIVE, Limits.NONE)
                .withVersion(version)
                .during(new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }
}
