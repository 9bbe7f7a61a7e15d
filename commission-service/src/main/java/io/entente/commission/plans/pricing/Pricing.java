package io.entente.commission.plans.pricing;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Outcome.NothingDue;
import io.entente.commission.plans.pricing.Outcome.Reason;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what a deal earns a partner credited with it, and says how, figure by figure. Pure: the same plan book, partner,
 * history and deal always give the same.
 *
 * <p>The order, which every explanation shows: the plan in force on the closing day, the most specific; its term; its rule on
 * the whole deal, exact; rounded once, half up to the currency's minor unit; the floor; the cap per deal; the credit shares,
 * which split that amount exactly; the partner's cap per year. So partners under one plan share its commission to the cent,
 * and each partner's amount follows from its own plan, its own past and the deal alone.
 */
public final class Pricing {

    /** More than any deal takes. */
    private static final int USUAL_STEPS = 10;

    private Pricing() {}

    /** @param credit which of the deal's credits is the partner's */
    public static Outcome price(PricedDeal deal, int credit, PartnerProfile partner, PlanBook book, History history) {
        List<Step> steps = new ArrayList<>(USUAL_STEPS);
        steps.add(Steps.deal(deal));
        if (deal.direction() == Direction.OUTBOUND) {
            steps.add(Steps.referredByFirm());
            return new NothingDue(Reason.REFERRED_BY_FIRM, null, steps);
        }
        Optional<CommissionPlan> matched = book.planFor(partner, deal.closedOn());
        if (matched.isEmpty()) {
            steps.add(Steps.noPlan(partner));
            return new NothingDue(Reason.NO_PLAN_IN_FORCE, null, steps);
        }
        CommissionPlan plan = matched.get();
        steps.add(Steps.plan(plan, partner));
        return new Calculation(plan, deal, credit, history, steps).outcome();
    }

    /**
     * What pricing a deal means for earlier ones: where its plan's rule moves those too, and the deal enters a higher band.
     * To be asked after pricing, with the same arguments; costs nothing where no plan does that.
     */
    public static Optional<Crossing> crossing(PricedDeal deal, PartnerProfile partner, PlanBook book, History history) {
        if (deal.direction() == Direction.OUTBOUND) {
            return Optional.empty();
        }
        return book.planFor(partner, deal.closedOn())
                .filter(plan -> plan.rule().movesEarlierDeals())
                .flatMap(plan -> Crossings.by(plan, deal, history));
    }
}
