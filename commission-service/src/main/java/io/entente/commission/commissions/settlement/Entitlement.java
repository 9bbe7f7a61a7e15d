package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.schedule.Reschedule;
import io.entente.commission.commissions.schedule.Schedule;
import io.entente.commission.commissions.settlement.Settlement.Known;
import io.entente.commission.plans.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Computes what a partner is entitled to of a deal, what of it is released, and when that is payable. All follow from what counts of the
 * facts alone, so they do not depend on the order in which the facts were recorded.
 */
public final class Entitlement {

    private Entitlement() {}

    /**
     * Returns a commission with what it is due, by what is known of its deal.
     *
     * @param since the earliest day on which a further amount is payable
     */
    public static Draft due(Draft draft, Known known, LocalDate today, LocalDate since) {
        Commission commission = draft.commission();
        Settled settled = known.settled();
        Money gross = commission.earned().plus(commission.adjusted());
        Money earned = isUntouched(commission, settled)
                ? commission.due()
                : part(commission.due(), settled.worth(), settled.basis());
        Money adjusted = commission.adjustments().at(settled.worth());
        Money net = atLeastZero(earned.plus(adjusted));
        Draft after = draft.settled(settled, atLeastZero(gross.minus(net)));
        Schedule schedule = waitsForPayment(commission)
                ? byPayment(after.commission(), known, adjusted, today)
                : byTerms(after.commission());
        return Reschedule.to(after, schedule, today, since);
    }

    /**
     * What the partner is entitled to has the days that follow from the plan and the deal. What was lost is missing at the end. If it
     * is given back, it has the days that it had.
     */
    static Schedule byTerms(Commission commission) {
        Money gross = commission.due().plus(commission.adjusted());
        Money whole = gross.isLessThan(commission.net()) ? commission.net() : gross;
        return Schedule.of(commission.zero(), Opening.portions(commission, whole))
                .atMost(commission.net());
    }

    /** Each payment releases its part, so it is due after the net days and the hold days of this payment. */
    private static Schedule byPayment(Commission commission, Known known, Money adjusted, LocalDate today) {
        Settled settled = known.settled();
        Schedule schedule = Schedule.empty(commission.zero());
        Money kept = commission.deal().amount().multipliedBy(0);
        Money until = commission.zero();
        for (KeptMoney.Part payment : known.kept().parts()) {
            kept = kept.plus(payment.amount());
            Money free = free(commission, settled, kept, adjusted);
            schedule = schedule.plus(Opening.due(commission, payment.paidOn()), free.minus(until));
            until = free;
        }
        // Goodwill for a deal of which nothing is kept waits for no payment.
        return schedule.plus(
                today, free(commission, settled, settled.kept(), adjusted).minus(until));
    }

    /**
     * Whether nothing of a deal without an amount was taken back. Such a deal has no fraction that could be lost, so it
     * is lost as a whole, by a reversal.
     */
    private static boolean isUntouched(Commission commission, Settled settled) {
        return settled.basis().isZero()
                && settled.equals(commission.settled())
                && commission.clawedBack().isZero();
    }

    /**
     * Returns what is released in total if the firm keeps an amount. If there is nothing left to wait for, that is everything.
     * Otherwise the commission is released in proportion to what the client has paid of the deal, and adjustments in proportion to
     * what it has paid of everything that the firm will keep. The sum is rounded half up once.
     */
    private static Money free(Commission commission, Settled settled, Money kept, Money adjusted) {
        Money net = commission.net();
        if (kept.isEqual(settled.worth())) {
            return net;
        }
        BigDecimal paid = kept.getAmount();
        BigDecimal worth = settled.worth().getAmount();
        BigDecimal basis = settled.basis().getAmount();
        BigDecimal exact = commission
                .due()
                .getAmount()
                .multiply(paid)
                .multiply(worth)
                .add(adjusted.getAmount().multiply(paid).multiply(basis));
        CurrencyUnit currency = net.getCurrencyUnit();
        Money free = atLeastZero(Money.of(
                currency, exact.divide(basis.multiply(worth), currency.getDecimalPlaces(), RoundingMode.HALF_UP)));
        return free.isGreaterThan(net) ? net : free;
    }

    /**
     * Whether a commission waits for the client's payment. The commission of a retainer's payment does not, because
     * it is already paid. A deal without an amount does not either, because it is never paid.
     */
    static boolean waitsForPayment(Commission commission) {
        return commission.terms().trigger() == Trigger.CLIENT_PAYMENT
                && commission.deal().payment() == null
                && commission.deal().amount().isPositive();
    }

    /**
     * Returns the fraction {@code some} / {@code whole} of an amount, at most the whole amount, rounded half up
     * once.
     */
    private static Money part(Money amount, Money some, Money whole) {
        if (!some.isLessThan(whole)) {
            return some.isZero() ? Money.zero(amount.getCurrencyUnit()) : amount;
        }
        BigDecimal exact = amount.getAmount().multiply(some.getAmount());
        return Money.of(
                amount.getCurrencyUnit(),
                exact.divide(whole.getAmount(), amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    private static Money atLeastZero(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }
}
