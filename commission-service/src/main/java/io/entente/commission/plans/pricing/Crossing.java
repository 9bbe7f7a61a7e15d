package io.entente.commission.plans.pricing;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal took its partner into a higher band of a rule that moves earlier deals too. Those are priced again, each by the
 * version that priced it, at the standing reached now; what that gives more is owed as an adjustment. It never takes anything
 * back: a band left again changes nothing that was earned.
 *
 * @param plan the version that priced the deal which crossed; deals priced by another plan aren't concerned
 * @param scope which earlier deals of the partner are to be asked about
 * @param from the first closing day of those; absent where there is none
 * @param to the last
 * @param reason for the partner to read
 */
public record Crossing(
        PlanRef plan, Scope scope, @Nullable LocalDate from, LocalDate to, String reason, History standing) {

    /** Which earlier deals are concerned. */
    public enum Scope {
        /** All that closed in the days. */
        PARTNER,
        /** Those of the same client. */
        CLIENT
    }

    /**
     * What the partner is owed for an earlier deal.
     *
     * @param earnedThisYear what it has earned under the plan in the calendar year of the earlier deal's {@code earnedOn},
     *     with every adjustment before this one; only read where the plan has a cap per year
     */
    public Optional<Adjustment> owed(EarlierDeal earlier, PlanBook book, Money earnedThisYear) {
        PlanRef pricedBy = earlier.pricedBy();
        if (pricedBy == null || !earlier.open() || !concerns(earlier.deal(), pricedBy)) {
            return Optional.empty();
        }
        return book.version(pricedBy)
                .filter(version -> version.rule().movesEarlierDeals())
                .map(version -> more(version, earlier, earnedThisYear))
                .filter(adjustment -> adjustment.amount().isPositive());
    }

    private boolean concerns(PricedDeal deal, PlanRef pricedBy) {
        LocalDate closedOn = deal.closedOn();
        return pricedBy.code().equals(plan.code())
                && !closedOn.isAfter(to)
                && (from == null || !closedOn.isBefore(from))
                && (scope != Scope.CLIENT || deal.basis().isSameCurrency(standing.clientRevenue()));
    }

    private Adjustment more(CommissionPlan version, EarlierDeal earlier, Money earnedThisYear) {
        List<Step> steps = new ArrayList<>();
        steps.add(Steps.deal(earlier.deal()));
        steps.add(Steps.crossed(reason));
        Money total = new Calculation(version, earlier.deal(), earlier.credit(), as(earlier.deal()), steps).share();
        Money more = withinYear(version, total.minus(earlier.earned()), earnedThisYear, earlier, steps);
        Money after = earlier.earned().plus(more);
        steps.add(Steps.difference(earlier.earned(), more, after));
        return new Adjustment(more, after, reason, List.copyOf(steps));
    }

    /** The standing as the earlier deal's rule sees it: with the deal itself, and all others, in it. */
    private History as(PricedDeal earlier) {
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
