package io.entente.commission.plans.pricing;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.Conversion;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Crossing.Scope;
import io.entente.commission.plans.pricing.Pricing.Standing;
import io.entente.commission.plans.rules.Amounts;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Finds out whether a deal takes its partner into a higher band. */
final class Crossings {

    private Crossings() {}

    static Optional<Crossing> by(CommissionPlan plan, PricedDeal deal, History history) {
        EarningRule rule = plan.rule();
        if (rule instanceof VolumeTiers tiers) {
            return deal.payment() ? Optional.empty() : ofVolume(plan, tiers, deal, history);
        }
        if (rule instanceof LifetimeValueTiers tiers) {
            return deal.payment() == deal.retainer() ? ofClient(plan, tiers, deal, history) : Optional.empty();
        }
        if (rule instanceof ConversionTiers tiers) {
            return deal.payment() ? Optional.empty() : ofConversion(plan, tiers, deal, history);
        }
        return Optional.empty();
    }

    private static Optional<Crossing> ofVolume(
            CommissionPlan plan, VolumeTiers tiers, PricedDeal deal, History history) {
        BigDecimal before = history.countedThisYear();
        long reached = VolumeTiers.number(before.add(deal.counts().value()));
        if (!crossed(tiers, VolumeTiers.number(before), reached)) {
            return Optional.empty();
        }
        LocalDate from = deal.closedOn().withDayOfYear(1);
        Because reason = Because.of(
                Code.TIER_REACHED,
                "Deal %s, won deal number %d of %d, reached a higher rate, which counts for the whole year."
                        .formatted(deal.id(), reached, from.getYear()),
                deal.id(),
                reached,
                from.getYear());
        LocalDate to = from.plusYears(1).minusDays(1);
        return Optional.of(
                new Crossing(plan.ref(), Scope.PARTNER, from, to, reason, standing(deal, reached - 1, zero(deal))));
    }

    private static boolean crossed(VolumeTiers tiers, long before, long after) {
        return tiers.bands().crossed(BigDecimal.valueOf(before), BigDecimal.valueOf(after));
    }

    private static Optional<Crossing> ofClient(
            CommissionPlan plan, LifetimeValueTiers tiers, PricedDeal deal, History history) {
        if (!tiers.currency().equals(deal.basis().getCurrencyUnit())) {
            return Optional.empty();
        }
        Money before = history.clientRevenue().plus(deal.before());
        Money after = history.clientRevenue().plus(deal.basis());
        if (!tiers.bands().crossed(before.getAmount(), after.getAmount())) {
            return Optional.empty();
        }
        Because reason = Because.of(
                Code.CLIENT_TIER_REACHED,
                "With deal %s the client's revenue is %s, which reaches a higher rate for all of its deals."
                        .formatted(deal.id(), Amounts.text(after)),
                deal.id(),
                Amounts.text(after));
        return Optional.of(
                new Crossing(plan.ref(), Scope.CLIENT, null, LocalDate.MAX, reason, standing(deal, 0, after)));
    }

    /** A change of what was won before moves the standing up or down. The rate of conversion stays as it was. */
    static Optional<Crossing> moved(
            CommissionPlan plan, LocalDate closedOn, Standing before, Standing after, Because reason) {
        Money zero = Money.zero(after.revenue().getCurrencyUnit());
        if (plan.rule() instanceof VolumeTiers tiers
                && tiers.movesEarlierDeals()
                && crossed(tiers, VolumeTiers.number(before.deals()), VolumeTiers.number(after.deals()))) {
            LocalDate from = closedOn.withDayOfYear(1);
            return Optional.of(new Crossing(
                    plan.ref(),
                    Scope.PARTNER,
                    from,
                    from.plusYears(1).minusDays(1),
                    reason,
                    new KnownHistory(
                            VolumeTiers.number(after.deals()) - 1, zero, ReferralDeals.NONE, Conversion.NONE, zero),
                    after.deals().compareTo(before.deals()) < 0));
        }
        if (plan.rule() instanceof LifetimeValueTiers tiers
                && tiers.movesEarlierDeals()
                && tiers.currency().equals(zero.getCurrencyUnit())
                && tiers.bands()
                        .crossed(before.revenue().getAmount(), after.revenue().getAmount())) {
            return Optional.of(new Crossing(
                    plan.ref(),
                    Scope.CLIENT,
                    null,
                    LocalDate.MAX,
                    reason,
                    new KnownHistory(0, after.revenue(), ReferralDeals.NONE, Conversion.NONE, zero),
                    after.revenue().isLessThan(before.revenue())));
        }
        return Optional.empty();
    }

    static List<Crossing> at(CommissionPlan plan, Money revenue, Because reason) {
        if (!(plan.rule() instanceof LifetimeValueTiers tiers)
                || !tiers.movesEarlierDeals()
                || !tiers.currency().equals(revenue.getCurrencyUnit())) {
            return List.of();
        }
        Money zero = Money.zero(revenue.getCurrencyUnit());
        History standing = new KnownHistory(0, revenue, ReferralDeals.NONE, Conversion.NONE, zero);
        return Stream.of(true, false)
                .map(falling -> new Crossing(plan.ref(), Scope.CLIENT, null, LocalDate.MAX, reason, standing, falling))
                .toList();
    }

    /** Only the first deal of a referral changes the conversion, because it is the one that wins the referral. */
    private static Optional<Crossing> ofConversion(
            CommissionPlan plan, ConversionTiers tiers, PricedDeal deal, History history) {
        if (history.referral().earlier() > 0) {
            return Optional.empty();
        }
        Conversion after = history.conversion(tiers.window());
        Band higher = tiers.reached(after);
        if (higher == null || higher.equals(tiers.reached(new Conversion(after.submitted(), after.won() - 1)))) {
            return Optional.empty();
        }
        Because reason = Because.of(
                Code.CONVERSION_REACHED,
                "With deal %s %d of %s won, which reached a higher rate for the deals of that time."
                        .formatted(
                                deal.id(),
                                after.won(),
                                Quantity.of(after.submitted(), "referral was", "referrals were")),
                deal.id(),
                after.won(),
                after.submitted());
        KnownHistory standing = new KnownHistory(0, zero(deal), ReferralDeals.NONE, after, zero(deal));
        LocalDate to = deal.closedOn();
        return Optional.of(new Crossing(plan.ref(), Scope.PARTNER, to.minus(tiers.window()), to, reason, standing));
    }

    private static KnownHistory standing(PricedDeal deal, long deals, Money revenue) {
        return new KnownHistory(deals, revenue, ReferralDeals.NONE, Conversion.NONE, zero(deal));
    }

    private static Money zero(PricedDeal deal) {
        return Money.zero(deal.basis().getCurrencyUnit());
    }
}
