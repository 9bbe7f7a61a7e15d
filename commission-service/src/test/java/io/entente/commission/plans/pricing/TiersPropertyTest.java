package io.entente.commission.plans.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
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
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.inputs.Shares;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class TiersPropertyTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-02");
    private static final long MOST_CENTS = 10_000_000_000L;

    @Property
    void a_larger_deal_never_earns_less(
            @ForAll("rising") Bands bands,
            @ForAll TierMode mode,
            @ForAll("limits") Limits limits,
            @ForAll @LongRange(min = 0, max = MOST_CENTS) long one,
            @ForAll @LongRange(min = 0, max = MOST_CENTS) long other) {
        EarningRule rule = new DealSizeTiers(mode, CurrencyUnit.USD, bands);

        assertThat(earned(rule, limits, Math.min(one, other), PastMother.nothing()))
                .isLessThanOrEqualTo(earned(rule, limits, Math.max(one, other), PastMother.nothing()));
    }

    @Property
    void marginal_bands_never_take_commission_back_even_if_rates_fall(
            @ForAll("any") Bands bands,
            @ForAll @LongRange(min = 0, max = MOST_CENTS) long one,
            @ForAll @LongRange(min = 0, max = MOST_CENTS) long other) {
        EarningRule rule = new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands);

        assertThat(earned(rule, Limits.NONE, Math.min(one, other), PastMother.nothing()))
                .isLessThanOrEqualTo(earned(rule, Limits.NONE, Math.max(one, other), PastMother.nothing()));
    }

    @Property
    void marginal_bands_equal_the_sum_of_each_cent_at_its_rate(
            @ForAll("small") Bands bands, @ForAll @IntRange(min = 0, max = 5_000) int cents) {
        TreeMap<BigDecimal, BigDecimal> rates = new TreeMap<>();
        bands.all().forEach(band -> rates.put(band.from(), band.rate().value()));
        BigDecimal exact = BigDecimal.ZERO;
        for (int cent = 0; cent < cents; cent++) {
            var band = rates.floorEntry(BigDecimal.valueOf(cent, 2));
            exact = band == null ? exact : exact.add(BigDecimal.valueOf(1, 2).multiply(band.getValue()));
        }

        assertThat(earned(
                        new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands),
                        Limits.NONE,
                        cents,
                        PastMother.nothing()))
                .isEqualTo(Money.of(CurrencyUnit.USD, exact, RoundingMode.HALF_UP));
    }

    @Property
    void a_later_deal_of_the_year_never_has_a_lower_rate(
            @ForAll("rising") Bands bands,
            @ForAll @IntRange(min = 0, max = 1_000_000) int one,
            @ForAll @IntRange(min = 0, max = 1_000_000) int other) {
        EarningRule rule = new VolumeTiers(TierMode.MARGINAL, bands);

        assertThat(earned(rule, Limits.NONE, 1_000_000, PastMother.deals(Math.min(one, other))))
                .isLessThanOrEqualTo(earned(rule, Limits.NONE, 1_000_000, PastMother.deals(Math.max(one, other))));
    }

    @Property
    void the_deals_of_a_client_earn_as_much_as_one_deal_of_their_sum_except_for_rounding(
            @ForAll("any") Bands bands, @ForAll("deals") List<Long> deals) {
        EarningRule rule = new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands);
        Money revenue = Money.zero(CurrencyUnit.USD);
        Money sum = Money.zero(CurrencyUnit.USD);
        for (long cents : deals) {
            sum = sum.plus(earned(rule, Limits.NONE, cents, PastMother.clientBought(revenue.toString())));
            revenue = revenue.plusMinor(cents);
        }

        Money whole = earned(rule, Limits.NONE, revenue.getAmountMinorLong(), PastMother.clientBought("USD 0.00"));
        assertThat(Math.abs(sum.minus(whole).getAmountMinorLong())).isLessThanOrEqualTo(deals.size());
    }

    @Property
    void the_payments_on_a_retainer_earn_exactly_as_much_as_one_payment_of_their_sum(
            @ForAll("any") Bands bands, @ForAll("limits") Limits limits, @ForAll("deals") List<Long> payments) {
        EarningRule rule = new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands);
        PlanBook book = book(rule, limits);
        Money paid = Money.zero(CurrencyUnit.USD);
        Money sum = Money.zero(CurrencyUnit.USD);
        for (long cents : payments) {
            Money payment = Money.ofMinor(CurrencyUnit.USD, cents);
            sum = sum.plus(amount(Pricing.price(
                    retainer().onPayment(paid, payment, DAY), 0, partner(0), book, PastMother.nothing())));
            paid = paid.plus(payment);
        }

        Money nothing = Money.zero(CurrencyUnit.USD);
        assertThat(sum)
                .isEqualTo(amount(Pricing.price(
                        retainer().onPayment(nothing, paid, DAY), 0, partner(0), book, PastMother.nothing())));
    }

    @Property
    void credit_shares_split_a_limited_commission_exactly(
            @ForAll("any") Bands bands,
            @ForAll("limits") Limits limits,
            @ForAll("shares") List<Fraction> shares,
            @ForAll @LongRange(min = 0, max = MOST_CENTS) long cents) {
        EarningRule rule = new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, bands);
        List<Credit> credit = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            credit.add(new Credit(new PartnerId("par_" + i), "SELLER", shares.get(i)));
        }
        PricedDeal deal = PricedDeal.closed(
                "d",
                Money.ofMinor(CurrencyUnit.USD, cents),
                DAY,
                Direction.INBOUND,
                Involvement.STANDARD,
                false,
                null,
                credit);
        Money sum = Money.zero(CurrencyUnit.USD);
        for (int i = 0; i < credit.size(); i++) {
            sum = sum.plus(amount(Pricing.price(deal, i, partner(i), book(rule, limits), PastMother.nothing())));
        }

        assertThat(sum).isEqualTo(earned(rule, limits, cents, PastMother.nothing()));
    }

    @Property
    void nobody_earns_more_in_a_year_than_the_cap(@ForAll("deals") List<Long> deals) {
        Money cap = Money.parse("USD 500.00");
        PlanBook book = book(new Percent(Fraction.of("0.10")), new Limits(null, cap, null));
        Money earned = Money.zero(CurrencyUnit.USD);
        Money uncapped = Money.zero(CurrencyUnit.USD);
        for (long cents : deals) {
            PricedDeal deal =
                    PlanMother.priced(Money.ofMinor(CurrencyUnit.USD, cents).toString());
            earned =
                    earned.plus(amount(Pricing.price(deal, 0, partner(0), book, PastMother.earned(earned.toString()))));
            uncapped =
                    uncapped.plus(earned(new Percent(Fraction.of("0.10")), Limits.NONE, cents, PastMother.nothing()));
        }

        assertThat(earned).isEqualTo(uncapped.isLessThan(cap) ? uncapped : cap);
    }

    private static Money earned(EarningRule rule, Limits limits, long cents, History past) {
        PricedDeal deal =
                PlanMother.priced(Money.ofMinor(CurrencyUnit.USD, cents).toString());
        return amount(Pricing.price(deal, 0, partner(0), book(rule, limits), past));
    }

    private static Money amount(PricingResult outcome) {
        return outcome instanceof Earned earned ? earned.amount() : Money.zero(CurrencyUnit.USD);
    }

    private static PlanBook book(EarningRule rule, Limits limits) {
        return PlanMother.book(PlanMother.plan(rule, Term.WHILE_ACTIVE, limits));
    }

    private static PartnerProfile partner(int number) {
        return PlanMother.partner("par_" + number, Tier.ACTIVE, PartnershipModel.REFERRAL);
    }

    private static PricedDeal retainer() {
        return PricedDeal.closed(
                "d",
                Money.parse("USD 0.00"),
                DAY,
                Direction.INBOUND,
                Involvement.STANDARD,
                true,
                null,
                List.of(new Credit(new PartnerId("par_0"), "ORIGINATOR", Fraction.WHOLE)));
    }

    @Provide
    Arbitrary<Bands> any() {
        return bands(10_000_000, false);
    }

    @Provide
    Arbitrary<Bands> small() {
        return bands(50, false);
    }

    @Provide
    Arbitrary<Bands> rising() {
        return bands(1_000_000, true);
    }

    @Provide
    Arbitrary<List<Fraction>> shares() {
        return Shares.addingUpToOne();
    }

    @Provide
    Arbitrary<List<Long>> deals() {
        return Arbitraries.longs().between(0, 100_000_000L).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<Limits> limits() {
        Arbitrary<Money> cents =
                Arbitraries.longs().between(1, 1_000_000L).map(c -> Money.ofMinor(CurrencyUnit.USD, c));
        return Combinators.combine(cents.injectNull(0.5), cents.injectNull(0.5)).as((one, other) -> {
            if (one == null || other == null) {
                return new Limits(one, null, other);
            }
            return one.isLessThan(other) ? new Limits(other, null, one) : new Limits(one, null, other);
        });
    }

    private static Arbitrary<Bands> bands(int highest, boolean rising) {
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, highest);
        Arbitrary<Integer> rates = Arbitraries.integers().between(1, 1_000);
        return Combinators.combine(
                        starts.set().ofMinSize(1).ofMaxSize(8), rates.list().ofSize(8))
                .as((from, permille) -> {
                    List<Integer> used = rising ? permille.stream().sorted().toList() : permille;
                    List<Band> bands = new ArrayList<>();
                    for (int start : new TreeSet<>(from)) {
                        Fraction rate = new Fraction(BigDecimal.valueOf(used.get(bands.size()), 3));
                        bands.add(new Band(BigDecimal.valueOf(start), rate));
                    }
                    return new Bands(bands);
                });
    }
}
