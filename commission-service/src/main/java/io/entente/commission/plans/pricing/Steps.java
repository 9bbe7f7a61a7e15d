package io.entente.commission.plans.pricing;

import static io.entente.commission.plans.rules.Amounts.text;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Charge;
import io.entente.commission.plans.rules.Step;
import io.entente.commission.plans.rules.Step.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Writes the steps of pricing. Their readers know the deal and want to know where a figure comes from. */
final class Steps {

    private Steps() {}

    static Step deal(PricedDeal deal) {
        return Step.lazy(Pricing.DEAL_STEP, () -> {
            String basis = text(deal.basis());
            if (!deal.payment()) {
                return Wording.of(
                        "Deal " + deal.id() + " of " + basis + " closed on " + deal.closedOn() + ".",
                        "basis",
                        basis,
                        "closedOn",
                        deal.closedOn().toString());
            }
            String paid = text(deal.basis().minus(deal.before()));
            return Wording.of(
                    "On deal " + deal.id() + ", a retainer closed on " + deal.closedOn() + ", the client paid " + paid
                            + " on " + deal.earnedOn() + ", and with that " + basis + " in all.",
                    "paid",
                    paid,
                    "basis",
                    basis,
                    "closedOn",
                    deal.closedOn().toString(),
                    "paidOn",
                    deal.earnedOn().toString());
        });
    }

    static Step referredByFirm() {
        return Step.lazy(
                "DIRECTION",
                () -> Wording.of(
                        "The firm referred this client to the partner, so no commission is due to the partner.",
                        "direction",
                        Direction.OUTBOUND.name()));
    }

    static Step noPlan(PartnerProfile partner, PricedDeal deal) {
        return Step.lazy(
                "PLAN",
                () -> Wording.of("No commission plan that applies to " + partner.describedOn(deal.closedOn())
                        + " was in force on that day."));
    }

    static Step plan(CommissionPlan plan, PartnerProfile partner, PricedDeal deal) {
        return Step.lazy(
                "PLAN",
                () -> Wording.of(
                        "Plan " + plan.code() + ", version " + plan.version() + ", in force " + plan.period()
                                + ", is the most specific for " + partner.describedOn(deal.closedOn())
                                + ": it applies to "
                                + plan.appliesTo().specificity().audience() + ".",
                        "plan",
                        plan.code(),
                        "version",
                        Long.toString(plan.version()),
                        "rule",
                        plan.rule().code()));
    }

    static Step counting(TierCounting counting, PricedDeal deal) {
        return Step.lazy("COUNTING", () -> {
            String counts = deal.counts().value().stripTrailingZeros().toPlainString();
            Money smallest = counting.smallestDeal();
            String least = smallest == null ? "" : "Deals below " + text(smallest) + " don't count for tiers. ";
            String shares = counting.byShare() ? "A co-sold deal counts by the partner's share. " : "";
            return Wording.of(
                    least + shares + "This deal counts as " + counts + ".",
                    "smallestDeal",
                    smallest == null ? "none" : text(smallest),
                    "byShare",
                    Boolean.toString(counting.byShare()),
                    "counts",
                    counts);
        });
    }

    static Step reciprocal() {
        return Step.lazy("RULE", () -> Wording.of("The plan pays in referrals, not in cash: the deal is on record."));
    }

    static Step currencyDiffers(CurrencyUnit plan, CurrencyUnit deal) {
        return Step.lazy(
                "CURRENCY",
                () -> Wording.of(
                        "The plan's amounts are in " + plan.getCode() + " and the deal is in " + deal.getCode()
                                + "; nothing is converted.",
                        "plan",
                        plan.getCode(),
                        "deal",
                        deal.getCode()));
    }

    static Step term(Term term, ReferralDeals referral, boolean covered) {
        return Step.lazy("TERM", () -> {
            String first = referral.firstClosedOn() == null ? "this one" : "closed on " + referral.firstClosedOn();
            return Wording.of(
                    "The plan pays on " + term.described() + " of a referral; this is its deal number "
                            + (referral.earlier() + 1) + ", its first "
                            + (referral.firstClosedOn() == null ? "is " : "")
                            + first + (covered ? "." : ", so nothing is due any more."),
                    "term",
                    term.name(),
                    "number",
                    Long.toString(referral.earlier() + 1),
                    "first",
                    first);
        });
    }

    static Step occasion(boolean byPayment) {
        return Step.lazy(
                "OCCASION",
                () -> Wording.of(
                        byPayment
                                ? "The engagement is a retainer: each payment of the client earns commission, not the"
                                        + " closing."
                                : "This commission was earned at closing; payments add nothing to it."));
    }

    static Step commission(Charge charge, CurrencyUnit currency, Money rounded) {
        return Step.lazy("COMMISSION", () -> {
            String exact = charge.exact().stripTrailingZeros().toPlainString();
            boolean whole = rounded.getAmount().compareTo(charge.exact()) == 0;
            String sum = charge.parts().isEmpty()
                    ? "The flat fee is "
                    : charge.parts().stream()
                            .map(part -> part.rate().percent() + " of " + text(part.of(), currency))
                            .collect(Collectors.joining(
                                    " and ", "", charge.parts().size() == 1 ? " is " : " are "));
            String parts = charge.parts().stream()
                    .map(part -> part.rate() + " of " + text(part.of(), currency))
                    .collect(Collectors.joining("; "));
            return Wording.of(
                    sum
                            + (whole
                                    ? text(rounded) + ", exactly; nothing is rounded."
                                    : exact + ", rounded half up to " + text(rounded) + "."),
                    "parts",
                    parts,
                    "exact",
                    exact,
                    "rounding",
                    whole ? "NONE" : "HALF_UP",
                    "result",
                    text(rounded));
        });
    }

    static Step limited(Money commission, Money limit) {
        boolean raised = limit.isGreaterThan(commission);
        return Step.lazy(
                raised ? "FLOOR" : "CAP_PER_DEAL",
                () -> Wording.of(
                        "The plan pays at " + (raised ? "least " : "most ") + text(limit) + " for a deal, so "
                                + text(commission) + (raised ? " is raised to it." : " is reduced to it."),
                        "commission",
                        text(commission),
                        "result",
                        text(limit)));
    }

    static Step minusEarlierPayments(PricedDeal deal, Money earlier, Money added) {
        return Step.lazy(
                "LESS_BEFORE",
                () -> Wording.of(
                        "Less " + text(earlier) + " for the " + text(deal.before()) + " paid before: " + text(added)
                                + ".",
                        "before",
                        text(deal.before()),
                        "commissionBefore",
                        text(earlier),
                        "result",
                        text(added)));
    }

    static Step share(List<Credit> credit, int index, Money commission, Money amount) {
        Credit own = credit.get(index);
        return Step.lazy(
                "SHARE",
                () -> Wording.of(
                        credit.size() == 1
                                ? "The partner's share as " + own.role() + " is all of it: " + text(amount) + "."
                                : "The partner's share as " + own.role() + " is "
                                        + own.share().percent() + " of "
                                        + text(commission) + ": " + text(amount) + ", so that the shares of the "
                                        + credit.size() + " partners credited add up exactly.",
                        "share",
                        own.share().toString(),
                        "of",
                        text(commission),
                        "result",
                        text(amount)));
    }

    static Step capPerYear(Money cap, int year, Money earned, Money result) {
        return Step.lazy(
                "CAP_PER_YEAR",
                () -> Wording.of(
                        "The plan pays a partner at most " + text(cap) + " a year; " + text(earned) + " of " + year
                                + " is earned already (adjustments by people don't count), which leaves " + text(result)
                                + ".",
                        "cap",
                        text(cap),
                        "year",
                        Integer.toString(year),
                        "earned",
                        text(earned),
                        "result",
                        text(result)));
    }

    static Step crossed(String reason) {
        return Step.lazy("CROSSED", () -> Wording.of(reason));
    }

    static Step difference(Money earned, Money more, Money total) {
        return Step.lazy(
                "DIFFERENCE",
                () -> Wording.of(
                        "Earned before: " + text(earned) + ". Difference: " + text(more) + ".",
                        "earned",
                        text(earned),
                        "result",
                        text(more),
                        "total",
                        text(total)));
    }
}
