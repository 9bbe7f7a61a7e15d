package io.entente.commission.plans.pricing;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Charge;
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.Step;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Computes the commission of one partner from one deal under one plan. Each instance is used once. */
final class Calculation {

    private final CommissionPlan plan;
    private final PricedDeal deal;
    private final int credit;
    private final History history;
    private final List<Step> steps;
    private final CurrencyUnit currency;

    Calculation(CommissionPlan plan, PricedDeal deal, int credit, History history, List<Step> steps) {
        this.plan = plan;
        this.deal = deal;
        this.credit = credit;
        this.history = history;
        this.steps = steps;
        this.currency = deal.basis().getCurrencyUnit();
    }

    PricingResult outcome() {
        Reason refused = refused();
        if (refused != null) {
            return nothing(refused);
        }
        Charge charge = plan.rule().on(deal.basis(), deal, history);
        if (charge.because() != null) {
            steps.add(charge.because());
        }
        if (!charge.matched()) {
            return nothing(Reason.NO_RULE_MATCHED);
        }
        Money share = minusEarlierPayments(shared(limited(rounded(charge))));
        Money amount = withinYear(share);
        if (amount.isZero()) {
            return nothing(share.isZero() ? Reason.AMOUNT_ROUNDS_TO_ZERO : Reason.YEARLY_CAP_REACHED);
        }
        return new Earned(amount, plan.ref(), plan.rule().code(), charge.rate(), plan.terms(), steps);
    }

    /** The partner's share of this deal, without regard to the term and the yearly cap. */
    Money share() {
        Charge charge = plan.rule().on(deal.basis(), deal, history);
        if (charge.because() != null) {
            steps.add(charge.because());
        }
        return charge.matched() ? shared(limited(rounded(charge))) : Money.zero(currency);
    }

    /** The rate that applies to this deal; null if it has no single rate. */
    @Nullable
    Fraction rate() {
        Charge charge = plan.rule().on(deal.basis(), deal, history);
        return charge.matched() ? charge.rate() : null;
    }

    private @Nullable Reason refused() {
        if (plan.rule() instanceof Reciprocal) {
            steps.add(Steps.reciprocal());
            return Reason.RECIPROCITY_ONLY;
        }
        CurrencyUnit priced = plan.currency();
        if (priced != null && !priced.equals(currency)) {
            steps.add(Steps.currencyDiffers(priced, currency));
            return Reason.CURRENCY_DIFFERS;
        }
        if (plan.term() != Term.WHILE_ACTIVE) {
            boolean covered = plan.term().covers(history.referral(), deal.earnedOn());
            steps.add(Steps.term(plan.term(), history.referral(), covered));
            if (!covered) {
                return Reason.TERM_ENDED;
            }
        }
        return onWrongOccasion();
    }

    /** A retainer earns with each payment if its rule is proportional. All other deals earn at closing. */
    private @Nullable Reason onWrongOccasion() {
        boolean byPayment = deal.retainer() && plan.rule().proportional();
        if (byPayment == deal.payment()) {
            return null;
        }
        steps.add(Steps.occasion(byPayment));
        return byPayment ? Reason.ACCRUES_ON_PAYMENT : Reason.NO_RULE_MATCHED;
    }

    private Money rounded(Charge charge) {
        Money commission = Money.of(currency, charge.exact(), RoundingMode.HALF_UP);
        steps.add(Steps.commission(charge, currency, commission));
        return commission;
    }

    private Money limited(Money commission) {
        Money result = plan.limits().within(commission);
        if (!result.equals(commission)) {
            steps.add(Steps.limited(commission, result));
        }
        return result;
    }

    /**
     * Subtracts the result of the same calculation for the payments before this one. The partner's share is subtracted from its share of
     * everything, so that the shares of all payments add up to the share of their sum.
     */
    private Money minusEarlierPayments(Money share) {
        if (deal.before().isZero()) {
            return share;
        }
        Charge before = plan.rule().on(deal.before(), deal, history);
        Money earlier = before.matched()
                ? part(plan.limits().within(Money.of(currency, before.exact(), RoundingMode.HALF_UP)))
                : Money.zero(currency);
        Money added = share.minus(earlier);
        steps.add(Steps.minusEarlierPayments(deal, earlier, added));
        return added;
    }

    private Money shared(Money commission) {
        Money amount = part(commission);
        steps.add(Steps.share(deal.credit(), credit, commission, amount));
        return amount;
    }

    /** Returns the partner's part. That of a retainer grows with the payments, so it must never shrink. */
    private Money part(Money commission) {
        return deal.payment()
                ? Apportionment.splitGrowing(commission, deal.shares()).get(credit)
                : Apportionment.split(commission, deal.shares()).get(credit);
    }

    private Money withinYear(Money amount) {
        Money cap = plan.limits().perYear();
        if (cap == null || amount.isZero()) {
            return amount;
        }
        Money earned = history.earnedThisYear(plan.code());
        Money left = cap.minus(earned);
        if (!left.isLessThan(amount)) {
            return amount;
        }
        Money allowed = left.isNegative() ? Money.zero(currency) : left;
        steps.add(Steps.capPerYear(cap, deal.earnedOn().getYear(), earned, allowed));
        return allowed;
    }

    private NothingDue nothing(Reason reason) {
        return new NothingDue(reason, plan.ref(), steps);
    }
}
