package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.amounts.Adjusted;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Builds the next state of a commission. Each step returns another draft. */
public record Draft(Commission commission) {

    public static Draft of(Commission commission) {
        return new Draft(commission);
    }

    public Draft settled(Settled settled, Money clawedBack) {
        return with(commission.corrected(), commission.adjustments(), clawedBack, commission.owedBack(), settled);
    }

    /** Replaces the deal and the plan that prices it, because the deal was corrected. */
    public Draft repriced(CreditedDeal deal, PlanRef plan, PaymentTerms terms, @Nullable Priced priced) {
        return new Draft(new Commission(
                deal,
                plan,
                terms,
                priced,
                commission.accrued(),
                commission.corrected(),
                commission.adjustments(),
                commission.clawedBack(),
                commission.owedBack(),
                commission.settled(),
                commission.portions(),
                commission.holds(),
                commission.corrections(),
                commission.revision(),
                commission.sequence()));
    }

    /** Replaces what prices the commission; null leaves it as it is. */
    public Draft priced(@Nullable Priced priced) {
        return priced == null ? this : repriced(commission.deal(), commission.plan(), commission.terms(), priced);
    }

    /** Takes over what became of the deal, if it changes none of the amounts. */
    public Draft knowing(Settled known) {
        return with(
                commission.corrected(),
                commission.adjustments(),
                commission.clawedBack(),
                commission.owedBack(),
                known);
    }

    public Draft corrected(Money by, String correction) {
        return noted(correction)
                .with(
                        commission.corrected().plus(by),
                        commission.adjustments(),
                        commission.clawedBack(),
                        commission.owedBack(),
                        commission.settled());
    }

    /** Adds what more is kept of a payment on a retainer than when it accrued. */
    public Draft raised(Money by) {
        return with(
                commission.corrected().plus(by),
                commission.adjustments(),
                commission.clawedBack(),
                commission.owedBack(),
                commission.settled());
    }

    /** Adds what a person decided. A later loss of the deal reduces it in proportion to what the deal is worth now. */
    public Draft adjusted(Money by, String correction) {
        return noted(correction)
                .with(
                        commission.corrected(),
                        commission.adjustments().plus(by, commission.settled().worth()),
                        commission.clawedBack(),
                        commission.owedBack(),
                        commission.settled());
    }

    /** Notes that a person refused the commission. What people had added is taken away with the rest. */
    public Draft refused() {
        return noted(Commission.REFUSED)
                .holds(commission.holds().stream()
                        .filter(hold -> hold.kind() != Hold.Kind.SELF_REFERRAL)
                        .toList())
                .with(
                        commission.corrected(),
                        Adjusted.nothing(commission.zero()),
                        commission.clawedBack(),
                        commission.owedBack(),
                        commission.settled());
    }

    /** Takes the deal off the partner's revenue. */
    public Draft uncounted() {
        return repriced(commission.deal().uncounted(), commission.plan(), commission.terms(), commission.priced());
    }

    public Draft portions(List<Portion> portions) {
        return new Draft(copy(portions, commission.holds(), commission.corrections()));
    }

    /** Replaces what the partner owes back, because it had been allocated to a payout. */
    public Draft owedBack(Money owed) {
        return with(
                commission.corrected(), commission.adjustments(), commission.clawedBack(), owed, commission.settled());
    }

    /** Applies a change to every portion. */
    public Draft each(UnaryOperator<Portion> change) {
        return portions(commission.portions().stream().map(change).toList());
    }

    /** Moves what has been payable longest, up to an amount, to another state. A portion is split if necessary. */
    public Draft payableTo(State to, @Nullable String payoutId, Money most) {
        return move(State.PAYABLE, to, payoutId, most);
    }

    /** Moves what was set off, up to an amount, to a payout that had paid it. What it was set off against is owed again. */
    public Draft nettedTo(State to, String payoutId, Money most) {
        return move(State.NETTED, to, payoutId, most);
    }

    /** Adds what a payout paid although it was taken back, so that it is owed back. */
    public Draft paidBeyond(Money amount, LocalDate dueOn, String payoutId) {
        List<Portion> more = new ArrayList<>(commission.portions());
        more.add(new Portion(nextNumber(), amount, dueOn, State.PAID, payoutId));
        return portions(more).owedBack(commission.owedBack().plus(amount));
    }

    private Draft move(State from, State to, @Nullable String payoutId, Money most) {
        Money rest = most;
        int number = nextNumber();
        List<Portion> moved = new ArrayList<>(commission.portions());
        for (Portion portion : earliestFirst(from)) {
            Money part = portion.amount().isGreaterThan(rest) ? rest : portion.amount();
            if (part.isPositive()) {
                int at = moved.indexOf(portion);
                if (part.isEqual(portion.amount())) {
                    moved.set(at, portion.to(to, payoutId));
                } else {
                    moved.set(at, portion.less(part));
                    moved.add(new Portion(number++, part, portion.dueOn(), to, payoutId));
                }
                rest = rest.minus(part);
            }
        }
        return portions(moved);
    }

    public Draft holds(List<Hold> holds) {
        return new Draft(copy(commission.portions(), holds, commission.corrections()));
    }

    private Draft noted(String correction) {
        SortedSet<String> corrections = new TreeSet<>(commission.corrections());
        corrections.add(correction);
        return new Draft(copy(commission.portions(), commission.holds(), corrections));
    }

    private List<Portion> earliestFirst(State state) {
        return commission.portions().stream()
                .filter(portion -> portion.state() == state)
                .sorted(Comparator.comparing(Portion::dueOn).thenComparing(Portion::number))
                .toList();
    }

    private int nextNumber() {
        return commission.portions().stream().mapToInt(Portion::number).max().orElse(0) + 1;
    }

    private Draft with(Money corrected, Adjusted adjustments, Money clawedBack, Money owedBack, Settled settled) {
        return new Draft(new Commission(
                commission.deal(),
                commission.plan(),
                commission.terms(),
                commission.priced(),
                commission.accrued(),
                corrected,
                adjustments,
                clawedBack,
                owedBack,
                settled,
                commission.portions(),
                commission.holds(),
                commission.corrections(),
                commission.revision(),
                commission.sequence()));
    }

    private Commission copy(List<Portion> portions, List<Hold> holds, SortedSet<String> corrections) {
        return new Commission(
                commission.deal(),
                commission.plan(),
                commission.terms(),
                commission.priced(),
                commission.accrued(),
                commission.corrected(),
                commission.adjustments(),
                commission.clawedBack(),
                commission.owedBack(),
                commission.settled(),
                portions,
                holds,
                corrections,
                commission.revision(),
                commission.sequence());
    }
}
