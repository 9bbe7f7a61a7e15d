package io.entente.commission.plans.pricing;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Computes what a deal earns a credited partner, and explains every figure. It is a pure function of the plan book, the
 * partner, its history and the deal.
 *
 * <p>Every explanation shows the steps in this order: the most specific plan in force on the closing day; its term; the
 * exact result of its rule for the whole deal; rounding, once, half up to the currency's minor unit; the floor; the cap per
 * deal; the credit shares, which split the amount exactly; the partner's cap per year. The partners of one plan therefore
 * share its commission to the cent, and the amount of a partner depends only on its own plan, its own past and the deal.
 */
public final class Pricing {

    /** The name of the first step, which says what the deal was worth and when it closed. */
    public static final String DEAL_STEP = "DEAL";

    /** The initial capacity for steps; no deal has more. */
    private static final int USUAL_STEPS = 10;

    private Pricing() {}

    /** @param credit the index of the partner's credit in the deal */
    public static PricingResult price(
            PricedDeal deal, int credit, PartnerProfile partner, PlanBook book, History history) {
        List<Step> steps = new ArrayList<>(USUAL_STEPS);
        steps.add(Steps.deal(deal));
        if (deal.direction() == Direction.OUTBOUND) {
            steps.add(Steps.referredByFirm());
            return new NothingDue(Reason.REFERRED_BY_FIRM, null, steps);
        }
        Optional<CommissionPlan> matched = book.planFor(partner, deal.closedOn());
        if (matched.isEmpty()) {
            steps.add(Steps.noPlan(partner, deal));
            return new NothingDue(Reason.NO_PLAN_IN_FORCE, null, steps);
        }
        return priced(deal, credit, partner, matched.get(), history, steps);
    }

    /** Prices a deal by a version of a plan that is already known, whatever version is in force. */
    public static PricingResult price(
            PricedDeal deal, int credit, PartnerProfile partner, CommissionPlan plan, History history) {
        List<Step> steps = new ArrayList<>(USUAL_STEPS);
        steps.add(Steps.deal(deal));
        return priced(deal, credit, partner, plan, history, steps);
    }

    private static PricingResult priced(
            PricedDeal deal,
            int credit,
            PartnerProfile partner,
            CommissionPlan plan,
            History history,
            List<Step> steps) {
        steps.add(Steps.plan(plan, partner, deal));
        PricedDeal counted = counted(plan, deal, credit);
        if (plan.rule() instanceof VolumeTiers && !plan.counting().equals(TierCounting.PLAIN)) {
            steps.add(Steps.counting(plan.counting(), counted));
        }
        return new Calculation(plan, counted, credit, history, steps).outcome();
    }

    private static PricedDeal counted(CommissionPlan plan, PricedDeal deal, int credit) {
        return deal.counting(
                plan.counting().weight(deal.amount(), deal.credit().get(credit).share()));
    }

    /** The outcome if no plan that applies to the partner was in force on the day the deal closed. */
    public static PricingResult noPlan(PricedDeal deal, PartnerProfile partner) {
        return new NothingDue(Reason.NO_PLAN_IN_FORCE, null, List.of(Steps.deal(deal), Steps.noPlan(partner, deal)));
    }

    /**
     * Finds out whether a change of what was won before takes the partner or the client into another band of a rule that
     * changes earlier deals.
     *
     * @param closedOn a day of the year whose deals have changed
     * @param reason a text for the partner
     */
    public static Optional<Crossing> standingMoved(
            CommissionPlan plan, LocalDate closedOn, Standing before, Standing after, Because reason) {
        return Crossings.moved(plan, closedOn, before, after, reason);
    }

    /**
     * Returns what brings all deals of a client to the rate that its revenue reaches, up or down; empty if the rule of the plan
     * doesn't change earlier deals for that.
     *
     * @param revenue what the client has bought
     * @param reason a text for the partner
     */
    public static List<Crossing> atRevenue(CommissionPlan plan, Money revenue, Because reason) {
        return Crossings.at(plan, revenue, reason);
    }

    /**
     * What a partner or a client has reached.
     *
     * @param deals what the partner's won deals of the year count for tiers
     * @param revenue what the client has bought
     */
    public record Standing(BigDecimal deals, Money revenue) {}

    /**
     * Finds out whether a deal changes the commission of earlier deals. It does if its plan's rule changes earlier deals
     * and the deal enters a higher band. Callers use the same arguments as for pricing. The history is read only if the
     * rule can change earlier deals.
     */
    public static Optional<Crossing> crossing(
            PricedDeal deal, int credit, PartnerProfile partner, PlanBook book, History history) {
        if (deal.direction() == Direction.OUTBOUND) {
            return Optional.empty();
        }
        return book.planFor(partner, deal.closedOn())
                .filter(plan -> plan.rule().movesEarlierDeals())
                .flatMap(plan -> Crossings.by(plan, counted(plan, deal, credit), history));
    }
}
