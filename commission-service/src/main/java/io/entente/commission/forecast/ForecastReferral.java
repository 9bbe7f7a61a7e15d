package io.entente.commission.forecast;

import io.entente.commission.forecast.Figure.Kind;
import io.entente.commission.forecast.ForecastPolicy.Assumption;
import io.entente.commission.forecast.StageOdds.Odds;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.rules.Amounts;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.domain.Quantity;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Computes what an open referral is expected to earn: its odds times what the plan in force pays if it is won. */
record ForecastReferral(
        ForecastPolicy policy, StageOdds odds, PlanBook book, LocalDate today, ExpectedInYear expected) {

    /** @param history returns the partner's past for a deal that closes on a day */
    Figure of(TrackedReferral referral, PartnerProfile partner, BiFunction<Money, LocalDate, History> history) {
        List<String> steps = new ArrayList<>();
        Odds chance = odds.of(referral.stage());
        steps.add("Referral %s is in stage %s since %s."
                .formatted(referral.referralId(), referral.stage(), referral.stageSince()));
        steps.add(chance.why());
        Money value = value(referral, steps);
        if (value == null) {
            return figure(referral, chance, null, null, null, steps);
        }
        LocalDate closing = closing(referral, steps);
        PricedDeal deal = deal(referral, value, closing);
        int credit = referral.ownCredit();
        History past = history.apply(value, closing);
        PricingResult outcome = Pricing.price(deal, credit, partner, book, past);
        steps.add("For a deal of %s that closes on %s, the plan gives the following."
                .formatted(Amounts.text(value), closing));
        // The first step of a price says that the deal closed, and this one is still open.
        outcome.steps().stream()
                .filter(step -> !step.name().equals(Pricing.DEAL_STEP))
                .map(Step::sentence)
                .forEach(steps::add);
        if (!(outcome instanceof Earned earned)) {
            return figure(referral, chance, Money.zero(value.getCurrencyUnit()), outcome, null, steps);
        }
        Money amount = earned.amount().multipliedBy(chance.value().value(), RoundingMode.HALF_UP);
        steps.add("%s of %s: %s."
                .formatted(chance.value().percent(), Amounts.text(earned.amount()), Amounts.text(amount)));
        if (Pricing.crossing(deal, credit, partner, book, past).isPresent()) {
            steps.add("If it is won, the partner's earlier deals get the rate of the new tier, too."
                    + " What they gain isn't a part of this figure.");
        }
        Money within = withinYear(earned.plan(), closing, amount, past, steps);
        return figure(referral, chance, within, earned, payable(earned.terms(), closing, steps), steps);
    }

    /** What the plan's cap per year leaves beside the referrals that are expected to be won before. */
    private Money withinYear(PlanRef plan, LocalDate closing, Money amount, History past, List<String> steps) {
        Money cap =
                book.version(plan).map(version -> version.limits().perYear()).orElse(null);
        if (cap == null) {
            return amount;
        }
        Money left = cap.minus(past.earnedThisYear(plan.code()));
        Money within = expected.within(plan.code(), closing.getYear(), left, amount);
        if (within.isLessThan(amount)) {
            steps.add(
                    "Under the cap of %s a year, %s of %d is left, and referrals that are expected earlier take the rest: %s."
                            .formatted(Amounts.text(cap), Amounts.text(left), closing.getYear(), Amounts.text(within)));
        }
        return within;
    }

    /** Returns what the deal is expected to be worth: the amount of the proposal or, without one, what the partner expected. */
    private static @Nullable Money value(TrackedReferral referral, List<String> steps) {
        Money expected = referral.expectedValue();
        Money proposed = referral.proposed();
        if (proposed != null) {
            steps.add("The proposal was for %s%s."
                    .formatted(
                            Amounts.text(proposed),
                            expected == null
                                    ? ""
                                    : "; it counts instead of the %s that were expected before"
                                            .formatted(Amounts.text(expected))));
            return proposed;
        }
        steps.add(
                expected == null
                        ? "The referral has no expected value, so no amount can be forecast."
                        : "The referral is expected to be worth %s.".formatted(Amounts.text(expected)));
        return expected;
    }

    /** The day on which a referral's deal is expected to close. */
    LocalDate closing(TrackedReferral referral) {
        LocalDate expected = expected(referral);
        return expected.isBefore(today) ? today : expected;
    }

    private LocalDate expected(TrackedReferral referral) {
        return referral.stageSince()
                .plusDays(policy.assumption(referral.stage()).daysToClose());
    }

    private LocalDate closing(TrackedReferral referral, List<String> steps) {
        Assumption assumption = policy.assumption(referral.stage());
        LocalDate expected = expected(referral);
        if (expected.isBefore(today)) {
            steps.add("A deal was expected on %s, %s after the stage began. That day has passed, so today counts."
                    .formatted(expected, Quantity.of(assumption.daysToClose(), "day")));
            return today;
        }
        steps.add("A deal is expected on %s, %s after the stage began."
                .formatted(expected, Quantity.of(assumption.daysToClose(), "day")));
        return expected;
    }

    private LocalDate payable(PaymentTerms terms, LocalDate closing, List<String> steps) {
        int waits = terms.netDays() + terms.holdDays();
        if (terms.trigger() != Trigger.CLIENT_PAYMENT) {
            LocalDate on = closing.plusDays(waits);
            steps.add(
                    "The plan pays %s after its trigger %s. The dates of the work are not known yet, so the closing counts: %s."
                            .formatted(Quantity.of(waits, "day"), terms.trigger(), on));
            return on;
        }
        LocalDate on = closing.plusDays((long) policy.clientPaysAfterDays() + waits);
        steps.add("The client is expected to pay %s after the closing, and the plan pays %s later: %s."
                .formatted(Quantity.of(policy.clientPaysAfterDays(), "day"), Quantity.of(waits, "day"), on));
        return on;
    }

    private static PricedDeal deal(TrackedReferral referral, Money value, LocalDate closing) {
        return PricedDeal.closed(
                referral.referralId(),
                value,
                closing,
                Direction.INBOUND,
                referral.involvement(),
                false,
                null,
                referral.creditOfDeal());
    }

    private static Figure figure(
            TrackedReferral referral,
            Odds odds,
            @Nullable Money amount,
            @Nullable PricingResult outcome,
            @Nullable LocalDate payableOn,
            List<String> steps) {
        Earned earned = outcome instanceof Earned paid ? paid : null;
        return new Figure(
                Kind.REFERRAL,
                referral.referralId(),
                referral.client(),
                amount,
                earned == null ? amount : earned.amount(),
                referral.stage().name(),
                odds.value(),
                odds.origin().name(),
                earned == null ? null : earned.plan(),
                earned == null ? null : earned.rule(),
                payableOn,
                steps);
    }
}
