package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.pricing.Adjustment;
import io.entente.commission.plans.pricing.Crossing;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.Pricing.Standing;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.simulation.PastDeals.PastDeal;
import io.entente.commission.simulation.PastDeals.Recounted;
import io.entente.commission.simulation.ReferralLines.InLine;
import io.entente.commission.simulation.SimulatedRetainers.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Simulates one partner's past under a draft plan. The whole past is read, because rules ask about it, but only what was
 * earned in the period counts. The draft prices every deal that no more specific plan of the current book takes. Its own
 * dates don't matter.
 */
final class Simulation implements PastDeals.Visitor {

    /**
     * The maximum number of deals and payments of one partner that can be simulated, because later tiers, refunds and reversals change
     * them, so they are kept in memory.
     */
    static final int MAX_DEALS = 100_000;

    /** More than anybody earns. */
    private static final long MUCH = 1_000_000_000_000L;

    private final CommissionPlan draft;
    private final Period period;
    private final PartnerProfile partner;
    private final PlanBook book;
    private final PlanBook drafted;
    private final SimulatedPast past;
    private final List<DraftedDeal> movable = new ArrayList<>();
    private final Map<String, DraftedDeal> retainers = new HashMap<>();
    private final ReferralLines lines = new ReferralLines();
    private final PlanBook uncapped;
    private final SimulatedRetainers payments;
    private @Nullable String report;
    private final Map<String, Simulated> results = new HashMap<>();
    private final Map<CurrencyUnit, Tally> tallies = new TreeMap<>();

    Simulation(CommissionPlan draft, Period period, PartnerProfile partner, PlanBook book, PastDeals source) {
        this.draft = draft.during(new Period(LocalDate.MIN, null));
        this.period = period;
        this.partner = partner;
        this.book = book;
        this.drafted = new PlanBook(1, List.of(this.draft), Map.of());
        this.uncapped = new PlanBook(1, List.of(this.draft.withoutYearlyCap()), Map.of());
        this.payments = new SimulatedRetainers(draft.rule());
        this.past = new SimulatedPast(partner.id(), source, draft.rule(), draft.term(), draft.counting());
    }

    /** One comparison per currency in which the partner had a deal in the period. */
    List<Comparison> result() {
        priceAgain();
        return tallies.values().stream()
                .map(tally -> tally.compared(partner.id()))
                .toList();
    }

    @Override
    public void changed(String id, LocalDate earnedOn, Money amount) {
        if (period.contains(earnedOn)) {
            tally(amount).accrued(amount);
            if (!results.containsKey(id)) {
                // What the draft doesn't price counts with what it earned.
                tally(amount).simulated(amount);
            }
        }
    }

    @Override
    public void kept(String id, Money worth, Money basis) {
        Simulated result = results.get(id);
        if (result == null) {
            return;
        }
        if (payments.has(id) && !draft.rule().movesEarlierDeals()) {
            payments.keep(id, worth, basis);
            if (report == null) {
                priceAgain();
            }
        } else {
            change(result, () -> keep(result, worth, basis));
        }
    }

    /** What a refund takes back can be earned by others under a yearly cap, so if it is undone, only what is left of the cap comes back. */
    private void keep(Simulated result, Money worth, Money basis) {
        Money before = result.left();
        result.keep(worth, basis);
        Money most = before.plus(free(result, before));
        if (result.left().isGreaterThan(before) && result.left().isGreaterThan(most)) {
            result.limit(most);
        }
    }

    @Override
    public void reported(@Nullable String key) {
        if (!Objects.equals(key, report)) {
            priceAgain();
            report = key;
        }
    }

    /**
     * Prices the payments of which another part is kept since a report, each by the past in which it was made. Under a yearly cap they have
     * what they had and what is free now, the earlier ones first.
     */
    private void priceAgain() {
        List<Payment> moved = payments.moved();
        Map<Integer, Money> budgets = new HashMap<>();
        for (Payment payment : moved) {
            Simulated result = payment.result();
            int year = result.earnedOn().getYear();
            budgets.merge(
                    year,
                    budgets.containsKey(year) ? result.left() : result.left().plus(free(result, result.left())),
                    Money::plus);
        }
        for (Payment payment : moved) {
            Simulated result = payment.result();
            int year = result.earnedOn().getYear();
            Money budget = Objects.requireNonNull(budgets.get(year));
            Money earns = priced(payment);
            Money due = earns.isGreaterThan(budget) ? budget : earns;
            budgets.put(year, budget.minus(due));
            change(result, () -> result.becomes(due));
        }
    }

    private Money priced(Payment payment) {
        boolean isKept = payment.isKept();
        return isKept
                        && Pricing.price(payment.priced(), payment.deal().credit(), partner, uncapped, payment.past())
                                instanceof Earned earned
                ? earned.amount()
                : Money.zero(payment.deal().accrued().getCurrencyUnit());
    }

    /** What may still be earned in the year; without limit if the draft has no yearly cap in this currency. */
    private Money free(Simulated result, Money amount) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        Money cap = draft.limits().perYear();
        if (cap == null || !cap.getCurrencyUnit().equals(currency)) {
            return Money.of(currency, MUCH);
        }
        Money free = cap.minus(past.earnedIn(result.earnedOn().getYear(), currency));
        return free.isNegative() ? Money.zero(currency) : free;
    }

    /** Changes what a deal earns under the draft, and counts the difference. */
    private void change(Simulated result, Runnable change) {
        Money before = result.left();
        change.run();
        Money more = result.left().minus(before);
        if (!more.isZero()) {
            past.earned(result.earnedOn(), more);
            if (period.contains(result.earnedOn())) {
                tally(more).simulated(more);
            }
        }
    }

    /** A reversed deal takes others to a lower tier, and a deal that it had kept out of the term becomes the first one. */
    @Override
    public void recounted(Recounted change) {
        reported(null);
        Simulated result = results.get(change.id());
        if (result != null) {
            change(result, () -> result.count(change.isDeal()));
        }
        DraftedDeal moved = movable.stream()
                .filter(priced -> priced.is(change.dealId()))
                .findFirst()
                .orElse(null);
        SortedMap<Integer, BigDecimal> before = new TreeMap<>();
        for (int year : new TreeSet<>(List.of(change.wasIn(), change.isIn()))) {
            before.put(year, past.counted(change.dealsBefore(year), year));
        }
        Money revenueBefore = moved == null ? null : revenueOf(moved.deal());
        past.recounted(change);
        if (!change.isDeal() && moved != null) {
            movable.remove(moved);
        }
        // Only tiers by revenue ask for it, and they know each deal that they can move.
        Money none = Money.zero(CurrencyUnit.USD);
        before.forEach((year, counted) -> Pricing.standingMoved(
                        draft,
                        LocalDate.of(year, 1, 1),
                        new Standing(counted, revenueBefore == null ? none : revenueBefore),
                        new Standing(
                                past.counted(change.dealsIn(year), year),
                                moved == null ? none : revenueOf(moved.deal())),
                        Because.words("A deal was corrected or reversed."))
                .ifPresent(crossing ->
                        move(crossing, moved == null ? null : moved.deal().clientKey(), change.dealId())));
        lines.without(change, this::price);
    }

    @Override
    public void lost(String clientKey, Money amount) {
        past.lost(clientKey, amount);
        Pricing.atRevenue(
                        draft,
                        past.revenueOf(clientKey, amount.getCurrencyUnit()),
                        Because.words("Something was refunded."))
                .forEach(crossing -> move(crossing, clientKey, ""));
    }

    private Money revenueOf(PastDeal deal) {
        return past.revenueOf(deal.clientKey(), deal.accrued().getCurrencyUnit());
    }

    @Override
    public void deal(PastDeal booked) {
        reported(null);
        PastDeal deal = payments.onTop(booked);
        boolean counts = period.contains(deal.deal().earnedOn());
        boolean draftPrices = isPricedByDraft(deal.deal().closedOn());
        Money simulated = deal.accrued();
        if (draftPrices) {
            simulated = price(deal, past.before(deal));
        }
        if (counts) {
            tally(deal.accrued()).deal(deal.accrued(), simulated, draftPrices);
        }
        past.passed(deal);
    }

    private Money price(PastDeal deal, History before) {
        if (deal.counts()) {
            Pricing.crossing(deal.deal(), deal.credit(), partner, drafted, before)
                    .ifPresent(this::move);
        }
        PricingResult outcome = Pricing.price(deal.deal(), deal.credit(), partner, drafted, before);
        Money amount = outcome instanceof Earned earned
                ? earned.amount()
                : Money.zero(deal.accrued().getCurrencyUnit());
        past.earned(deal.deal().earnedOn(), amount);
        Simulated result = new Simulated(
                deal.deal().earnedOn(), deal.deal().basis().minus(deal.deal().before()), amount);
        if (results.size() == MAX_DEALS) {
            throw new TooManyDealsException(partner.id(), MAX_DEALS);
        }
        results.put(deal.id(), result);
        payments.add(deal, before, result);
        if (draft.rule().movesEarlierDeals()) {
            remember(deal, outcome, result);
        }
        if (draft.term() != Term.WHILE_ACTIVE) {
            lines.add(deal, outcome, past);
        }
        return amount;
    }

    /** The payments of a retainer are treated as if they had been made at once, so they are raised as well. */
    private void remember(PastDeal deal, PricingResult outcome, Simulated result) {
        if (deal.deal().payment()) {
            DraftedDeal retainer = retainers.get(deal.deal().id());
            if (retainer != null) {
                retainer.paid(deal, outcome, result);
                return;
            }
        }
        DraftedDeal priced = new DraftedDeal(deal, outcome, result);
        movable.add(priced);
        if (deal.deal().payment()) {
            retainers.put(deal.deal().id(), priced);
        }
    }

    private void price(InLine each, ReferralDeals before) {
        PastDeal deal = each.deal();
        Money earnedThisYear =
                past.earnedIn(deal.deal().earnedOn().getYear(), deal.accrued().getCurrencyUnit());
        History history = each.past(before, earnedThisYear);
        if (Pricing.price(deal.deal(), deal.credit(), partner, drafted, history) instanceof Earned earned) {
            each.reached();
            Simulated result = results.get(deal.id());
            if (result != null) {
                change(result, () -> result.plus(earned.amount()));
            }
        }
    }

    private void move(Crossing crossing) {
        move(crossing, past.asking().clientKey(), past.asking().deal().id());
    }

    /** @param dealId the deal that doesn't move itself */
    private void move(Crossing crossing, @Nullable String clientKey, String dealId) {
        String client = crossing.scope() == Crossing.Scope.CLIENT ? clientKey : null;
        for (DraftedDeal earlier : movable) {
            if ((client != null && !client.equals(earlier.deal().clientKey())) || earlier.is(dealId)) {
                continue;
            }
            LocalDate earnedOn = earlier.deal().deal().earnedOn();
            Money earned = past.earnedIn(earnedOn.getYear(), earlier.amount().getCurrencyUnit());
            Optional<Adjustment> owed = crossing.owed(earlier.asEarlier(draft.ref()), drafted, earned);
            owed.ifPresent(adjustment -> {
                earlier.earns(adjustment.total());
                earlier.parts(adjustment.amount()).forEach((result, part) -> change(result, () -> result.plus(part)));
            });
        }
    }

    private boolean isPricedByDraft(LocalDate closedOn) {
        return draft.appliesTo().includes(partner, closedOn)
                && book.planFor(partner, closedOn)
                        .filter(plan -> plan.appliesTo()
                                        .specificity()
                                        .compareTo(draft.appliesTo().specificity())
                                < 0)
                        .isEmpty();
    }

    private Tally tally(Money amount) {
        return tallies.computeIfAbsent(amount.getCurrencyUnit(), Tally::new);
    }
}
