package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.schedule.Reschedule;
import io.entente.commission.deals.DealFact;
import io.entente.commission.ledger.TransactionKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a refund or a void does to the commission of a payment on a retainer. How much is kept of the payment, and
 * what that earns, is known; the rest follows as for any other commission.
 */
public final class RetainerSettlement {

    private RetainerSettlement() {}

    /**
     * Settles a fact.
     *
     * @param settled what is kept of the payment
     * @param earns what this earns by the plan
     * @param announced what all payments lose together, which the event names; below zero if they get something back, and null
     *     if another commission announces the fact or if it changes nothing in total
     * @return empty if neither the commission nor its revenue changes
     */
    public static Optional<Movement> of(
            Commission before,
            Settled settled,
            Money earns,
            DealFact fact,
            @Nullable Money announced,
            List<String> explanation,
            LocalDate today) {
        Commission after = after(before, settled, earns, today);
        Money lost = before.net().minus(after.net());
        if (lost.isZero()) {
            return noted(before, after, fact, explanation);
        }
        boolean isAlone = announced != null && announced.isEqual(lost);
        boolean isWhole = isAlone && after.net().isZero() && before.inPayouts().isZero();
        TransactionKind kind = announced == null ? shared(lost) : told(announced, isWhole);
        Money about = announced == null ? lost.abs() : announced.abs();
        return Optional.of(Change.of(before, kind, fact.actor())
                .by(fact)
                .about(about)
                .because(fact.because())
                .explained(explained(explanation, after))
                .to(after));
    }

    /** Says what is left of adjustments, which lose the same fraction as the payment. */
    private static List<String> explained(List<String> explanation, Commission after) {
        if (after.adjusted().isZero()) {
            return explanation;
        }
        List<String> steps = new ArrayList<>(explanation);
        steps.add("It was adjusted by %s, of which %s are left in the same proportion. The commission is %s now."
                .formatted(
                        Texts.money(after.adjusted()),
                        Texts.money(after.leftOfAdjustments()),
                        Texts.money(after.net())));
        return steps;
    }

    /** Notes revenue that was lost, or is no longer lost, although the commission stays as it is. */
    private static Optional<Movement> noted(
            Commission before, Commission after, DealFact fact, List<String> explanation) {
        Money lost = after.refundedRevenue().minus(before.refundedRevenue());
        return lost.isZero()
                ? Optional.empty()
                : Optional.of(Change.of(before, TransactionKind.REFUND_NOTED, fact.actor())
                        .by(fact)
                        .about(lost.abs())
                        .because(fact.because())
                        .explained(explanation)
                        .to(after));
    }

    /** Returns what a commission loses by a fact; below zero if it gets something back. */
    public static Money lost(Commission before, Settled settled, Money earns, LocalDate today) {
        return before.net().minus(after(before, settled, earns, today).net());
    }

    private static Commission after(Commission before, Settled settled, Money earns, LocalDate today) {
        Money due = before.isRefused() ? before.zero() : earns;
        Draft draft = Draft.of(before).raised(whole(due, settled, before).minus(before.earned()));
        Commission raised = draft.commission();
        Money left = due.plus(raised.adjustments().at(settled.worth()));
        Money net = left.isNegative() ? before.zero() : left;
        Money gross = raised.earned().plus(raised.adjusted());
        Money taken = gross.minus(net);
        Draft after = draft.settled(settled, taken.isNegative() ? before.zero() : taken);
        return Reschedule.to(after, Entitlement.byTerms(after.commission()), today, LocalDate.MIN)
                .commission();
    }

    /**
     * What the payment earns as a whole, if an amount is left for what is kept of it. It is more than the amount, so the fraction that
     * is kept comes back to the same amount when it is rounded, whatever is booked next.
     */
    private static Money whole(Money due, Settled settled, Commission before) {
        if (before.isRefused() || settled.worth().isZero()) {
            return before.earned();
        }
        BigDecimal exact = due.getAmount().multiply(settled.basis().getAmount());
        CurrencyUnit currency = due.getCurrencyUnit();
        return Money.of(
                currency, exact.divide(settled.worth().getAmount(), currency.getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    private static TransactionKind told(Money lost, boolean isWhole) {
        if (lost.isNegative()) {
            return TransactionKind.ADJUSTED;
        }
        return isWhole ? TransactionKind.VOIDED : TransactionKind.CLAWED_BACK;
    }

    private static TransactionKind shared(Money lost) {
        return lost.isNegative() ? TransactionKind.ADJUSTMENT_SHARED : TransactionKind.CLAWBACK_SHARED;
    }
}
