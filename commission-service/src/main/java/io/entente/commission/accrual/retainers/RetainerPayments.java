package io.entente.commission.accrual.retainers;

import io.entente.commission.accrual.retainers.Effect.Moved;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * Says what the firm keeps of each payment on a retainer. The facts of the deal are replayed in the order in which they
 * were recorded. Each payment is put on top of what was kept before it. A refund, or a payment that was entered wrongly,
 * is taken from the top, so it usually changes the latest payment alone, and the payments below it keep their prices.
 * The sum of all prices is therefore always the price of the sum that is kept.
 */
public final class RetainerPayments {

    private final Credited closing;
    private final List<Paid> stack = new ArrayList<>();
    private final Set<String> voided = new HashSet<>();
    private Money paid;
    private Money refunded;
    private Money reversed;
    private Money kept;
    private Money engaged;
    private boolean ended;

    private RetainerPayments(Credited closing) {
        this.closing = closing;
        Money zero = Money.zero(closing.deal().basis().getCurrencyUnit());
        paid = zero;
        refunded = zero;
        reversed = zero;
        kept = zero;
        engaged = zero;
    }

    /** Returns the payments as they are after all facts, in the order in which they were recorded. */
    public static List<Paid> of(DealFile file, Credited closing) {
        RetainerPayments payments = new RetainerPayments(closing);
        payments.replay(file);
        return List.copyOf(payments.stack);
    }

    /** Returns what each fact did, in the order in which they were recorded. */
    public static List<Effect> effects(DealFile file, Credited closing) {
        return new RetainerPayments(closing).replay(file);
    }

    private List<Effect> replay(DealFile file) {
        List<Effect> effects = new ArrayList<>();
        for (DealFact fact : file.facts()) {
            List<Moved> moved = fact.amount().isSameCurrency(paid) ? apply(fact) : List.of();
            effects.add(new Effect(effects.size() + 1, fact, moved, kept));
        }
        return effects;
    }

    private List<Moved> apply(DealFact fact) {
        switch (fact.kind()) {
            case PAYMENT -> {
                return push(fact);
            }
            case REFUND, CREDIT_NOTE -> refunded = refunded.plus(fact.amount());
            case REFUND_VOIDED, CREDIT_NOTE_VOIDED -> refunded = refunded.minus(fact.amount());
            case PAYMENT_VOIDED -> {
                paid = paid.minus(fact.amount());
                voided.add(fact.id());
            }
            case REVERSAL -> {
                reversed = reversed.plus(fact.amount());
                ended |= !fact.amount().isLessThan(closing.deal().basis());
            }
        }
        Money change = level().minus(kept);
        return change.isNegative() ? take(change.negated(), fact) : give(change);
    }

    /** What the firm keeps of all payments. The same money can be reversed and refunded, so the greater of both counts. */
    private Money level() {
        Money back = reversed.isGreaterThan(refunded) ? reversed : refunded;
        Money left = paid.minus(back);
        return ended || left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
    }

    private List<Moved> push(DealFact fact) {
        paid = paid.plus(fact.amount());
        Money room = level().minus(kept);
        Money added = room.isGreaterThan(fact.amount()) ? fact.amount() : room;
        Money keeps = added.isNegative() ? Money.zero(added.getCurrencyUnit()) : added;
        Paid payment = new Paid(fact, closing, engaged, keeps, keeps, ended);
        stack.add(payment);
        count(payment, keeps);
        return List.of(new Moved(null, payment));
    }

    private List<Moved> take(Money amount, DealFact fact) {
        List<Moved> moved = new ArrayList<>();
        Money rest = amount;
        for (int index : fromTop(fact)) {
            Paid was = stack.get(index);
            Money taken = was.kept().isGreaterThan(rest) ? rest : was.kept();
            if (taken.isPositive()) {
                rest = rest.minus(taken);
                moved.add(move(index, was.kept().minus(taken), was.before()));
            }
        }
        return moved;
    }

    /** A payment outside the engagement that was entered wrongly earned nothing, so it takes nothing from the others. */
    private List<Integer> fromTop(DealFact fact) {
        List<Integer> order = new ArrayList<>();
        for (int i = stack.size() - 1; i >= 0; i--) {
            Paid payment = stack.get(i);
            boolean isOwn =
                    fact.kind() == Kind.PAYMENT_VOIDED && payment.fact().id().equals(fact.id()) && !payment.isEngaged();
            order.add(isOwn ? 0 : order.size(), i);
        }
        return order;
    }

    /** Gives back what was refunded by mistake: first to payments that earn nothing, then to the latest one that earns. */
    private List<Moved> give(Money amount) {
        List<Moved> moved = new ArrayList<>();
        Money rest = amount;
        for (int i = stack.size() - 1; i >= 0; i--) {
            Paid was = stack.get(i);
            Money room = was.isEngaged() || voided.contains(was.fact().id())
                    ? Money.zero(rest.getCurrencyUnit())
                    : was.fact().amount().minus(was.kept());
            Money given = room.isGreaterThan(rest) ? rest : room;
            if (given.isPositive()) {
                rest = rest.minus(given);
                moved.add(move(i, was.kept().plus(given), was.before()));
            }
        }
        int top = latest();
        if (rest.isPositive() && top >= 0) {
            Paid was = stack.get(top);
            moved.add(move(top, was.kept().plus(rest), was.kept().isZero() ? engaged : was.before()));
        }
        return moved;
    }

    /** The latest payment that earns, below which all others are. One that was voided is used only if it is the top. */
    private int latest() {
        int found = -1;
        for (int i = 0; i < stack.size(); i++) {
            Paid payment = stack.get(i);
            boolean stands = !voided.contains(payment.fact().id());
            if (payment.isEngaged() && (stands || payment.kept().isPositive() || found < 0)) {
                found = i;
            }
        }
        return found;
    }

    private Moved move(int index, Money keeps, Money below) {
        Paid was = stack.get(index);
        Paid is = was.keeping(keeps, below);
        stack.set(index, is);
        count(is, keeps.minus(was.kept()));
        return new Moved(was, is);
    }

    private void count(Paid payment, Money more) {
        kept = kept.plus(more);
        engaged = payment.isEngaged() ? engaged.plus(more) : engaged;
    }
}
