package io.entente.commission.accrual.retainers;

import io.entente.commission.accrual.retainers.Effect.Moved;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** The payments on a retainer, each on top of those before it, with what the firm keeps of each. */
final class PaymentStack {

    private final Credited closing;
    private final List<Paid> payments = new ArrayList<>();
    private Money paid;
    private Money refunded;
    private Money reversed;
    private Money kept;
    private Money engaged;
    private boolean ended;

    PaymentStack(Credited closing) {
        this.closing = closing;
        Money zero = Money.zero(closing.deal().basis().getCurrencyUnit());
        paid = zero;
        refunded = zero;
        reversed = zero;
        kept = zero;
        engaged = zero;
    }

    List<Paid> payments() {
        return List.copyOf(payments);
    }

    /** What the firm keeps of all payments. */
    Money kept() {
        return kept;
    }

    /**
     * Adds a fact that is no void. A payment that was voided stays on the stack with nothing kept, because it may have a
     * commission.
     *
     * @return the payments that it changes, the latest first
     */
    List<Moved> add(DealFact fact, Set<String> voids) {
        boolean counts = !fact.isVoidedBy(voids);
        switch (fact.kind()) {
            case PAYMENT -> {
                return push(fact, counts);
            }
            case REFUND, CREDIT_NOTE -> refunded = counts ? refunded.plus(fact.amount()) : refunded;
            case REVERSAL -> {
                reversed = reversed.plus(fact.amount());
                ended |= !fact.amount().isLessThan(closing.deal().basis());
            }
            case PAYMENT_VOIDED, REFUND_VOIDED, CREDIT_NOTE_VOIDED ->
                throw new IllegalArgumentException("A void of %s has no place of its own".formatted(fact.id()));
        }
        return take(kept.minus(level()));
    }

    /** Returns the payments that are not the same as in an earlier stack of the same payments, the latest first. */
    List<Moved> since(PaymentStack earlier) {
        List<Moved> moved = new ArrayList<>();
        for (int i = payments.size() - 1; i >= 0; i--) {
            Paid was = earlier.payments.get(i);
            Paid is = payments.get(i).after(was);
            payments.set(i, is);
            if (!is.isPricedAs(was)) {
                moved.add(new Moved(was, is));
            }
        }
        return moved;
    }

    /** What the firm keeps of all payments. The same money can be reversed and refunded, so the greater of both counts. */
    private Money level() {
        Money back = reversed.isGreaterThan(refunded) ? reversed : refunded;
        Money left = paid.minus(back);
        return ended || left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
    }

    private List<Moved> push(DealFact fact, boolean counts) {
        paid = counts ? paid.plus(fact.amount()) : paid;
        // Refunds can exceed the payments before this one if one of them was voided.
        Money keeps = level().minus(kept);
        Paid payment = new Paid(fact, closing, engaged, keeps, keeps, ended);
        payments.add(payment);
        count(payment, keeps);
        return List.of(new Moved(null, payment));
    }

    private List<Moved> take(Money amount) {
        List<Moved> moved = new ArrayList<>();
        Money rest = amount;
        for (int i = payments.size() - 1; i >= 0 && rest.isPositive(); i--) {
            Paid was = payments.get(i);
            Money taken = was.kept().isGreaterThan(rest) ? rest : was.kept();
            if (taken.isPositive()) {
                rest = rest.minus(taken);
                Paid is = was.keeping(was.kept().minus(taken));
                payments.set(i, is);
                count(is, taken.negated());
                moved.add(new Moved(was, is));
            }
        }
        return moved;
    }

    private void count(Paid payment, Money more) {
        kept = kept.plus(more);
        engaged = payment.isEngaged() ? engaged.plus(more) : engaged;
    }
}
