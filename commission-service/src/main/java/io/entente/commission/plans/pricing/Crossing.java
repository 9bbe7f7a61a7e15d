package io.entente.commission.plans.pricing;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Says that a deal took its partner into a higher band of a rule that changes earlier deals as well. Each earlier deal is
 * priced again by the version that priced it, with the history reached now, and the difference is an adjustment. If a deal
 * that had counted was reversed or corrected, the partner can drop to a lower band, and what the higher band had added is taken
 * back.
 *
 * @param plan the version that priced the deal that reached the band; deals priced by another plan don't change
 * @param scope which earlier deals of the partner can change
 * @param from the first closing day of these deals; null if there is no first day
 * @param to the last closing day of these deals
 * @param reason a text for the partner
 * @param standing the partner's history including the deal that reached the band
 * @param falling whether the partner dropped to a lower band
 */
public record Crossing(
        PlanRef plan,
        Scope scope,
        @Nullable LocalDate from,
        LocalDate to,
        Because reason,
        History standing,
        boolean falling) {

    /** Creates the crossing to a higher band. */
    public Crossing(
            PlanRef plan, Scope scope, @Nullable LocalDate from, LocalDate to, Because reason, History standing) {
        this(plan, scope, from, to, reason, standing, false);
    }

    /** Which earlier deals can change. */
    public enum Scope {
        /** All deals of the partner that closed in the period. */
        PARTNER,
        /** The deals of the same client. */
        CLIENT
    }

    /**
     * Whether a number of deals is on the far side of the tier.
     *
     * @param counted what the partner's deals of the year count for tiers
     */
    public boolean isReachedBy(BigDecimal counted) {
        long reached = standing.dealsThisYear() + 1;
        return falling ? VolumeTiers.number(counted) <= reached : VolumeTiers.number(counted) >= reached;
    }

    /** Whether what a client has bought is on the far side of the tier. */
    public boolean isReachedBy(Money revenue) {
        return falling
                ? !revenue.isGreaterThan(standing.clientRevenue())
                : !revenue.isLessThan(standing.clientRevenue());
    }

    /**
     * The adjustment that an earlier deal gets; empty if it gets none.
     *
     * @param earnedThisYear what the partner has earned under the plan in the calendar year of the earlier deal's {@code
     *     earnedOn}, including every adjustment before this one; used only if the plan has a cap per year
     */
    public Optional<Adjustment> owed(EarlierDeal earlier, PlanBook book, Money earnedThisYear) {
        return changing(earlier, book)
                .map(version -> adjustment(version, earlier, earnedThisYear))
                .filter(adjustment -> falling
                        ? adjustment.amount().isNegative()
                        : adjustment.amount().isPositive());
    }

    /** Whether an earlier deal is priced with the history reached now, even if it earns the same. */
    public boolean concerns(EarlierDeal earlier, PlanBook book) {
        return changing(earlier, book).isPresent();
    }

    private Optional<CommissionPlan> changing(EarlierDeal earlier, PlanBook book) {
        PlanRef pricedBy = earlier.pricedBy();
        return pricedBy == null || !earlier.open() || !canChange(earlier.deal(), pricedBy)
                ? Optional.empty()
                : book.version(pricedBy).filter(version -> version.rule().movesEarlierDeals());
    }

    /** What an earlier deal earns with the history reached now, without regard to a cap per year; empty if nothing prices it. */
    public Optional<Money> price(EarlierDeal earlier, PlanBook book) {
        PlanRef pricedBy = earlier.pricedBy();
        return pricedBy == null
                ? Optional.empty()
                : book.version(pricedBy).map(version -> new Calculation(
                                version,
                                earlier.deal(),
                                earlier.credit(),
                                historyFor(earlier.deal()),
                                new ArrayList<>())
                        .share());
    }

    private boolean canChange(PricedDeal deal, PlanRef pricedBy) {
        LocalDate closedOn = deal.closedOn();
        return pricedBy.code().equals(plan.code())
                && !closedOn.isAfter(to)
                && (from == null || !closedOn.isBefore(from))
                && (scope != Scope.CLIENT || deal.basis().isSameCurrency(standing.clientRevenue()));
    }

    private Adjustment adjustment(CommissionPlan version, EarlierDeal earlier, Money earnedThisYear) {
        List<Step> steps = new ArrayList<>();
        steps.add(Steps.deal(earlier.deal()));
        steps.add(Steps.crossed(reason.words()));
        Calculation calculation =
                new Calculation(version, earlier.deal(), earlier.credit(), historyFor(earlier.deal()), steps);
        Money total = calculation.share();
        Money more = withinYear(version, total.minus(earlier.earned()), earnedThisYear, earlier, steps);
        Money after = earlier.earned().plus(more);
        steps.add(Steps.difference(earlier.earned(), more, after));
        return new Adjustment(more, after, version.rule().code(), calculation.rate(), reason, List.copyOf(steps));
    }

    /**
     * The history for pricing the earlier deal again. Its rule adds the deal's own amount, so that amount is taken out
     * here.
     */
    private History historyFor(PricedDeal earlier) {
        if (scope != Scope.CLIENT) {
            return standing;
        }
        return new KnownHistory(
                standing.dealsThisYear(),
                standing.clientRevenue().minus(earlier.basis()),
                History.ReferralDeals.NONE,
                History.Conversion.NONE,
                standing.earnedThisYear(plan.code()));
    }

    private static Money withinYear(
            CommissionPlan version, Money more, Money earnedThisYear, EarlierDeal earlier, List<Step> steps) {
        Money cap = version.limits().perYear();
        if (cap == null || !earnedThisYear.plus(more).isGreaterThan(cap)) {
            return more;
        }
        Money left = cap.minus(earnedThisYear);
        Money allowed = left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
        steps.add(Steps.capPerYear(cap, earlier.deal().earnedOn().getYear(), earnedThisYear, allowed));
        return allowed;
    }
}
