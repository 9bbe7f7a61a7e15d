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
import io.entente.commission.commissions.settlement.Headroom;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
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
     * Books what a fact changes. Repeating it completes what a crash interrupted. The first payment that the fact changes announces
     * the whole amount, unless the payments gain as much as they lose.
     */
    void book(Effect effect, LedgerTransaction closing) {
        List<Moved> open = new ArrayList<>();
        Money total = Money.zero(effect.kept().getCurrencyUnit());
        boolean announced = false;
        // What a payment loses is free for the payments after it.
        Money lostBefore = total;
        for (Moved moved : effect.moved()) {
            Commission now = commissions
                    .standing(moved.is().commissionId())
                    .or(() -> opened(moved.is()))
                    .orElse(null);
            if (now != null && isSettled(now, effect)) {
                announced = true;
            } else if (now == null) {
                refunds.of(moved.is().commissionId(), effect.fact(), deal -> moved.is()
                        .settled(effect.number()));
            } else {
                open.add(moved);
                Money free = lostBefore;
                Headroom headroom = caps.of(
                                now, () -> ledger.head(now.partnerId()).counters())
                        .freed(free);
                Money earns = headroom.limited(now, earns(now, moved, closing));
                lostBefore = lostBefore.plus(now.leftOfEarned()).minus(earns);
                total = total.plus(
                        RetainerSettlement.lost(now, moved.is().settled(effect.number()), earns, calendar.today()));
            }
        }
        for (Moved moved : open) {
            announced |= bookOne(effect, moved, closing, announced || total.isZero() ? null : total);
        }
    }

    /** Notes what was lost of a payment when it was booked, because refunds or credit notes exceeded the payments before it. */
    void noteLoss(Effect payment) {
        Paid paid = payment.payment();
        refunds.of(paid.commissionId(), payment.fact(), deal -> paid.settled(payment.number()));
    }

    private boolean bookOne(Effect effect, Moved moved, LedgerTransaction closing, @Nullable Money announced) {
        boolean[] changed = new boolean[1];
        life.changeCounting(moved.is().commissionId(), () -> opened(moved.is()), (now, counters) -> {
                    if (isSettled(now, effect)) {
                        changed[0] = true;
                        return Optional.empty();
                    }
                    Money due = earns(now, moved, closing);
                    Money earns = caps.of(now, counters).limited(now, due);
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
     * Returns what the kept part of a payment earns. It is priced like the payment was. If the price of the payment can't be
     * repeated, because a later tier lifted it, what it earned for the most that was kept is divided in proportion.
     */
    private Money earns(Commission now, Moved moved, LedgerTransaction closing) {
        Paid was = Objects.requireNonNull(moved.was(), "a fact that is not the payment itself");
        Paid is = moved.is();
        if (!is.isEngaged() || is.kept().isZero()) {
            return now.zero();
        }
        Money after = price(is, now, closing);
        if (was.most().isZero() || price(was, now, closing).isEqual(now.leftOfEarned())) {
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
        CommissionPlan plan = books.inForce().version(now.plan()).orElse(null);
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
