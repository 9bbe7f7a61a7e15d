package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Effect;
import io.entente.commission.accrual.retainers.Effect.Moved;
import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.settlement.RetainerSettlement;
import io.entente.commission.commissions.settlement.YearlyCaps;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.jspecify.annotations.Nullable;

/**
 * Books refunds, voids and reversals of a retainer on the commissions of its payments. A fact usually changes the latest
 * payment alone. If it changes several, the first announces the whole amount, so that partners hear of a fact once.
 */
final class RetainerChanges {

    /** The reasons for which a payment earned nothing that no longer hold if more of it is kept. */
    private static final Set<Reason> MAY_EARN = EnumSet.of(Reason.AMOUNT_ROUNDS_TO_ZERO, Reason.YEARLY_CAP_REACHED);

    private final PlanBooks books;
    private final Ledger ledger;
    private final Commissions commissions;
    private final PriceRetainersAgain pricing;
    private final Recounts recounts;
    private final CommissionLife life;
    private final YearlyCaps caps;
    private final NoteRefunds refunds;
    private final ProgramCalendar calendar;

    RetainerChanges(
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            PriceRetainersAgain pricing,
            Recounts recounts,
            CommissionLife life,
            YearlyCaps caps,
            NoteRefunds refunds,
            ProgramCalendar calendar) {
        this.books = books;
        this.ledger = ledger;
        this.commissions = commissions;
        this.pricing = pricing;
        this.recounts = recounts;
        this.life = life;
        this.caps = caps;
        this.refunds = refunds;
        this.calendar = calendar;
    }

    /** Whether a fact is booked completely. A fact that changes no commission is not known to be booked. */
    boolean isBooked(Effect effect) {
        for (int i = effect.moved().size() - 1; i >= 0; i--) {
            Optional<Commission> last =
                    commissions.standing(effect.moved().get(i).is().commissionId());
            if (last.isPresent()) {
                return isSettled(last.get(), effect);
            }
        }
        return false;
    }

    /**
     * A payment that a fact changes.
     *
     * @param now its commission before the fact
     * @param due what is kept of it earns by the plan, also within its cap per year
     */
    private record Open(Moved moved, Commission now, Money due) {

        Money gain() {
            return due.minus(now.leftOfEarned());
        }

        /** Payments that lose come first, so that what they lose under a cap is free for those that gain. */
        int turn() {
            return gain().isZero() ? 2 : gain().getAmount().signum();
        }
    }

    /**
     * Books what a fact changes. Repeating it completes what a crash interrupted. The first payment that the fact changes announces
     * the whole amount, unless the payments gain as much as they lose.
     */
    void book(Effect effect, LedgerTransaction closing) {
        Map<Moved, Commission> moved = new LinkedHashMap<>();
        boolean announced = false;
        for (Moved each : effect.moved()) {
            CommissionId id = each.is().commissionId();
            Commission now =
                    commissions.standing(id).or(() -> opened(each.is())).orElse(null);
            if (now != null && isSettled(now, effect)) {
                announced = true;
            } else if (now == null) {
                refunds.of(id, effect.fact(), deal -> each.is().settled(effect.number()));
            } else {
                moved.put(each, now);
            }
        }
        List<Open> open = open(moved, closing);
        Money total = Money.zero(effect.kept().getCurrencyUnit());
        for (Open each : open) {
            total = total.plus(RetainerSettlement.lost(
                    each.now(), each.moved().is().settled(effect.number()), each.due(), calendar.today()));
        }
        for (Open each : open) {
            announced |= bookOne(effect, each, closing, announced || total.isZero() ? null : total);
        }
    }

    /**
     * Returns what each payment earns afterwards, in the order in which they are booked. Under a cap per year, the earlier payments come
     * first, as if those that follow had been made later.
     */
    private List<Open> open(Map<Moved, Commission> moved, LedgerTransaction closing) {
        List<Map.Entry<Moved, Commission>> earliestFirst = new ArrayList<>(moved.entrySet());
        Collections.reverse(earliestFirst);
        Map<String, Money> budgets = new HashMap<>();
        Map<Moved, Open> open = new HashMap<>();
        for (Map.Entry<Moved, Commission> each : earliestFirst) {
            Commission now = each.getValue();
            Money due = now.isRefused() ? now.zero() : earns(now, each.getKey(), closing);
            if (caps.limit(now)) {
                Money budget = budgets.computeIfAbsent(underCap(now), key -> budget(key, now, moved.values()));
                due = MoneyUtils.min(due, budget);
                budgets.put(underCap(now), budget.minus(due));
            }
            open.put(each.getKey(), new Open(each.getKey(), now, due));
        }
        return moved.keySet().stream()
                .map(open::get)
                .sorted(Comparator.comparingInt(Open::turn))
                .toList();
    }

    /** What these payments have of a cap, and what is free of it. */
    private Money budget(String underCap, Commission one, Collection<Commission> moved) {
        Money have = moved.stream()
                .filter(each -> caps.limit(each) && underCap(each).equals(underCap))
                .map(Commission::leftOfEarned)
                .reduce(one.zero(), Money::plus);
        return have.plus(
                caps.of(one, () -> ledger.head(one.partnerId()).counters()).free(one.zero()));
    }

    private static String underCap(Commission commission) {
        return commission.deal().earnedOn().getYear() + commission.plan().code();
    }

    /** Notes what was lost of a payment when it was booked, because refunds or credit notes exceeded the payments before it. */
    void noteLoss(Effect payment) {
        Paid paid = payment.payment();
        refunds.of(paid.commissionId(), payment.fact(), deal -> paid.settled(payment.number()));
    }

    private boolean bookOne(Effect effect, Open open, LedgerTransaction closing, @Nullable Money announced) {
        Moved moved = open.moved();
        boolean[] changed = new boolean[1];
        life.changeCounting(moved.is().commissionId(), () -> opened(moved.is()), (now, counters) -> {
                    if (isSettled(now, effect)) {
                        changed[0] = true;
                        return Optional.empty();
                    }
                    Money due = earns(now, moved, closing);
                    Money most = caps.limit(now) ? MoneyUtils.min(due, open.due()) : due;
                    Money earns = caps.of(now, counters).limited(now, most);
                    Optional<Movement> movement = RetainerSettlement.of(
                            now,
                            moved.is().settled(effect.number()),
                            earns,
                            effect.fact(),
                            announced,
                            explanation(effect, moved, now, due, earns),
                            calendar.today());
                    changed[0] = movement.isPresent();
                    return caps.limit(now) ? movement.map(Movement::underYearlyCap) : movement;
                })
                .ifPresent(refunds::takeBack);
        return changed[0];
    }

    /** The commission of a payment of which too little was kept to earn anything; empty if it can't earn later either. */
    private Optional<Commission> opened(Paid paid) {
        return ledger.find(Posting.causeOf(paid.commissionId()))
                .flatMap(accrual -> plan(paid.commissionId(), Posting.of(accrual))
                        .map(plan -> life.opened(Commission.accrued(
                                recounts.present(accrual),
                                Money.zero(paid.kept().getCurrencyUnit()),
                                plan.ref(),
                                plan.terms()))));
    }

    /** The version that prices a payment if more of it is kept: that of its last correction or, if it may earn, of its accrual. */
    private Optional<CommissionPlan> plan(CommissionId id, Posting posting) {
        Optional<Recount> corrected = recounts.last(id).map(Recounts::of);
        PlanRef booked = mayEarn(posting.outcome()) ? RecountDeals.planOf(posting) : null;
        return Optional.ofNullable(corrected.isPresent() ? corrected.get().plan() : booked)
                .flatMap(ref -> books.inForce().version(ref));
    }

    /** Whether a payment that earned nothing can earn something if more of it is kept. */
    static boolean mayEarn(PricingResult outcome) {
        return outcome instanceof NothingDue nothing && MAY_EARN.contains(nothing.reason());
    }

    private static boolean isSettled(Commission now, Effect effect) {
        return now.settled().facts() >= effect.number();
    }

    /**
     * Returns what the kept part of a payment earns, without regard to a cap per year. It is priced like the payment was. If the price of the payment can't be
     * repeated, because a later tier lifted it, what it earned for the most that was kept is divided in proportion.
     */
    private Money earns(Commission now, Moved moved, LedgerTransaction closing) {
        Paid was = Objects.requireNonNull(moved.was(), "a fact that is not the payment itself");
        Paid is = moved.is();
        if (!is.isEngaged() || is.kept().isZero()) {
            return now.zero();
        }
        Money after = price(is, now, closing);
        Money before = price(was, now, closing);
        boolean isCapped = caps.limit(now) && now.leftOfEarned().isLessThan(before);
        if (was.most().isZero() || isCapped || before.isEqual(now.leftOfEarned())) {
            return after;
        }
        Money part = part(now.earned(), is.kept(), was.most());
        if (is.before().isEqual(was.before())) {
            return part;
        }
        Money moves = after.minus(price(is.on(was.before()), now, closing));
        return part.plus(moves).isNegative() ? now.zero() : part.plus(moves);
    }

    private Money price(Paid paid, Commission now, LedgerTransaction closing) {
        if (paid.kept().isZero()) {
            return now.zero();
        }
        LedgerTransaction accrual =
                ledger.find(Posting.causeOf(paid.commissionId())).orElseThrow();
        CommissionPlan plan = books.inForce()
                .version(now.plan())
                .map(CommissionPlan::withoutYearlyCap)
                .orElse(null);
        LedgerTransaction recount =
                recounts.last(CommissionId.of(paid.closing())).orElse(null);
        return pricing.outcome(paid, closing, recount, accrual, plan) instanceof Earned earned
                ? earned.amount()
                : now.zero();
    }

    private static Money part(Money amount, Money some, Money whole) {
        BigDecimal exact = amount.getAmount().multiply(some.getAmount());
        return Money.of(
                amount.getCurrencyUnit(),
                exact.divide(whole.getAmount(), amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    private static List<String> explanation(Effect effect, Moved moved, Commission now, Money due, Money earns) {
        Paid is = moved.is();
        List<String> steps = new ArrayList<>();
        if (earns.isLessThan(due)) {
            steps.add(
                    "It would earn %s, but the plan pays a most amount in a year, and other deals have earned the rest of it since."
                            .formatted(Texts.money(due)));
        }
        Collections.addAll(
                steps,
                "%s of %s on %s (%s)."
                        .formatted(
                                Texts.name(effect.fact().kind()),
                                Texts.money(effect.fact().amount()),
                                effect.fact().on(),
                                effect.fact().id()),
                "The firm keeps %s of all payments on the retainer. The latest payments bear what is taken back."
                        .formatted(Texts.money(effect.kept())),
                "Of payment %s, %s of %s are kept. With %s kept of the payments before it, this earns %s; until now it earned %s."
                        .formatted(
                                is.fact().id(),
                                Texts.money(is.kept()),
                                Texts.money(is.fact().amount()),
                                Texts.money(is.before()),
                                Texts.money(earns),
                                Texts.money(now.leftOfEarned())));
        return List.copyOf(steps);
    }
}
