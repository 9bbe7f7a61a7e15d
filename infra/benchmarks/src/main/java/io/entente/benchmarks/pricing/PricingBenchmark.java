package io.entente.benchmarks.pricing;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History.Conversion;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Prices deals under the guide's volume tiers with a cap per deal and per year, in a book of three plans. The deals have many
 * sizes, the partners have few or many earlier deals, and some are above the caps.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class PricingBenchmark {

    private static final int DEALS = 1_024;

    private PlanBook book;
    private PartnerProfile partner;
    private PricedDeal[] deals;
    private KnownHistory[] pasts;
    private int next;

    /** Prepares everything that isn't to be measured. */
    @Setup
    public void prepare() {
        book = new PlanBook(
                1,
                List.of(
                        plan("own", new Audience(Set.of(), Set.of(), Set.of(new PartnerId("par_other")))),
                        plan("strategic", new Audience(Set.of(Tier.STRATEGIC), Set.of(), Set.of())),
                        plan("standard", Audience.ALL)),
                Map.of());
        partner = new PartnerProfile(new PartnerId("par_1"), Tier.ACTIVE, PartnershipModel.REFERRAL, 1);
        deals = new PricedDeal[DEALS];
        pasts = new KnownHistory[DEALS];
        for (int i = 0; i < DEALS; i++) {
            Money amount = Money.ofMinor(CurrencyUnit.USD, 1_000L + 7_919L * i);
            deals[i] = deal("01K3E5G7H9J1K3M5N7P9Q1R" + i, amount);
            Money earned = Money.ofMinor(CurrencyUnit.USD, 2_000L * (i % 512));
            pasts[i] =
                    new KnownHistory(i % 25, Money.zero(CurrencyUnit.USD), ReferralDeals.NONE, Conversion.NONE, earned);
        }
    }

    /** Computes the amount and notes the figures of each step. */
    @Benchmark
    public PricingResult priced() {
        int i = next++ & (DEALS - 1);
        return Pricing.price(deals[i], 0, partner, book, pasts[i]);
    }

    /** Also writes out the sentence of each step. */
    @Benchmark
    public List<String> explained() {
        int i = next++ & (DEALS - 1);
        return Pricing.price(deals[i], 0, partner, book, pasts[i]).explanation();
    }

    private static PricedDeal deal(String id, Money amount) {
        Credit credit = new Credit(new PartnerId("par_1"), "ORIGINATOR", Fraction.WHOLE);
        return PricedDeal.closed(
                id,
                amount,
                LocalDate.of(2026, 4, 2),
                Direction.INBOUND,
                Involvement.STANDARD,
                false,
                null,
                List.of(credit));
    }

    private static CommissionPlan plan(String code, Audience appliesTo) {
        EarningRule rule = new VolumeTiers(
                TierMode.MARGINAL, new Bands(List.of(band(1, "0.10"), band(4, "0.15"), band(11, "0.20"))));
        return new CommissionPlan(
                code,
                1,
                code,
                new Period(LocalDate.of(2000, 1, 1), null),
                appliesTo,
                rule,
                Term.WHILE_ACTIVE,
                PaymentTerms.USUAL,
                new Limits(Money.parse("USD 5000.00"), Money.parse("USD 10000.00"), null));
    }

    private static Band band(int from, String rate) {
        return new Band(BigDecimal.valueOf(from), Fraction.of(rate));
    }
}
