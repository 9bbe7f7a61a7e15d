package io.entente.commission.accrual;

import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.Outcome;
import io.entente.commission.ledger.Outcome.Earned;
import io.entente.commission.ledger.Outcome.NothingDue;
import io.entente.commission.ledger.Outcome.Reason;
import io.entente.commission.ledger.Posting;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.EarningRule.Percent;
import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.PlanBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Works out what a deal earns a partner credited with it, and says how, figure by figure. Pure: the same plan book, partner
 * and deal always give the same.
 *
 * <p>The commission on the whole deal is rounded once, half up to the currency's minor unit; the credit shares then split the
 * rounded amount exactly. So partners under one plan share its commission to the cent, and each partner's amount follows from
 * its own plan and the deal alone.
 */
final class Pricing {

    private Pricing() {}

    /** @param index which of the deal's credits is the partner's */
    static Posting price(Deal deal, int index, PartnerProfile partner, PlanBook book) {
        Credit credit = deal.credit().get(index);
        List<Fraction> shares = deal.credit().stream().map(Credit::share).toList();
        CreditedDeal credited = new CreditedDeal(
                credit.partnerId(),
                deal.id(),
                deal.referralId(),
                deal.client(),
                deal.amount(),
                Apportionment.split(deal.amount(), shares).get(index),
                credit.share(),
                deal.closedOn(),
                deal.origin());
        return new Posting(credited, outcome(deal, index, shares, partner, book));
    }

    private static Outcome outcome(Deal deal, int index, List<Fraction> shares, PartnerProfile partner, PlanBook book) {
        List<String> steps = new ArrayList<>();
        steps.add("Deal %s of %s closed on %s.".formatted(deal.id(), text(deal.amount()), deal.closedOn()));
        Optional<CommissionPlan> matched = book.planFor(partner, deal.closedOn());
        if (matched.isEmpty()) {
            steps.add("No commission plan that applies to %s was in force on that day.".formatted(partner.described()));
            return new NothingDue(Reason.NO_PLAN_IN_FORCE, steps);
        }
        CommissionPlan plan = matched.get();
        steps.add("Plan %s, version %d, in force %s, is the most specific for %s: it applies to %s."
                .formatted(
                        plan.code(),
                        plan.version(),
                        plan.period(),
                        partner.described(),
                        plan.appliesTo().specificity().audience()));
        Money commission = rounded(deal, plan, steps);
        Money amount = Apportionment.split(commission, shares).get(index);
        steps.add(share(deal.credit(), index, commission, amount));
        if (amount.isZero()) {
            return new NothingDue(Reason.AMOUNT_ROUNDS_TO_ZERO, steps);
        }
        Fraction rate = plan.rule() instanceof Percent percent ? percent.rate() : null;
        return new Earned(amount, plan.ref(), plan.rule().code(), rate, plan.trigger(), steps);
    }

    private static Money rounded(Deal deal, CommissionPlan plan, List<String> steps) {
        BigDecimal exact = plan.rule().on(deal.amount());
        Money commission = Money.of(deal.amount().getCurrencyUnit(), exact, RoundingMode.HALF_UP);
        String sum = "%s of %s is ".formatted(plan.rule().described(), text(deal.amount()));
        if (commission.getAmount().compareTo(exact) == 0) {
            steps.add(sum + text(commission) + ", exactly; nothing is rounded.");
        } else {
            String unrounded = exact.stripTrailingZeros().toPlainString();
            steps.add("%s%s, rounded half up to %s.".formatted(sum, unrounded, text(commission)));
        }
        return commission;
    }

    private static String share(List<Credit> credit, int index, Money commission, Money amount) {
        Credit own = credit.get(index);
        if (credit.size() == 1) {
            return "The partner's share as %s is all of it: %s.".formatted(own.role(), text(amount));
        }
        return "The partner's share as %s is %s of %s: %s, so that the shares of the %d partners credited add up exactly."
                .formatted(own.role(), own.share().percent(), text(commission), text(amount), credit.size());
    }

    private static String text(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
