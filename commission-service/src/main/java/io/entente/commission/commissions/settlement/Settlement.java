package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Settled;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Computes what a client's payment, a refund or a reversal does to a commission. Each figure is computed from
 * cumulative amounts, rounded once, less what was settled before. Instalments therefore release exactly the whole
 * amount, refunds never take back more than there is, and the order of the facts does not affect the final result.
 */
public final class Settlement {

    private Settlement() {}

    /**
     * Settles the next facts of a deal's file, up to and including the first that changes the commission.
     *
     * @return empty if no further fact changes the commission
     */
    public static Optional<Movement> next(Commission before, DealFile file) {
        Settled settled = before.settled();
        for (DealFact fact : rest(settled, file)) {
            settled = with(settled, fact);
            Optional<Movement> movement = settle(before, settled, fact);
            if (movement.isPresent()) {
                return movement;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what became of a deal up to the first fact that changes the commission. A fact that changes nothing has no
     * transaction, so the commission itself knows of it only after its next transaction.
     */
    public static Settled known(Commission before, DealFile file) {
        Settled known = before.settled();
        for (DealFact fact : rest(known, file)) {
            Settled settled = with(known, fact);
            if (settle(before, settled, fact).isPresent()) {
                return known;
            }
            known = settled;
        }
        return known;
    }

    private static List<DealFact> rest(Settled settled, DealFile file) {
        int first = Math.min(settled.facts(), file.facts().size());
        return file.facts().subList(first, file.facts().size());
    }

    private static Settled with(Settled settled, DealFact fact) {
        return fact.amount().isSameCurrency(settled.basis()) ? plus(settled, fact) : skipped(settled);
    }

    /**
     * Computes the totals that the partner is entitled to and that are released. Both follow from sums alone, so they
     * do not depend on the order of the facts.
     */
    public static Draft due(Draft draft, Settled settled, LocalDate due) {
        Commission commission = draft.commission();
        Money gross = commission.earned().plus(commission.adjusted());
        Money earned = isUntouched(commission, settled)
                ? commission.earned()
                : part(commission.earned(), settled.worth(), settled.basis());
        Money adjusted = commission.adjustments().at(settled.worth());
        Money net = atLeastZero(earned.plus(adjusted));
        return draft.settled(settled, gross.minus(net)).released(free(commission, settled, adjusted, net), due);
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
     * Returns what is released in total. If there is nothing left to wait for, that is everything. Otherwise the
     * commission is released in proportion to what the client has paid of the deal, and adjustments in proportion to
     * what it has paid of everything that the firm will keep. The sum is rounded half up once.
     */
    private static Money free(Commission commission, Settled settled, Money adjusted, Money net) {
        if (!waitsForPayment(commission) || settled.isPaidUp()) {
            return net;
        }
        BigDecimal kept = settled.kept().getAmount();
        BigDecimal worth = settled.worth().getAmount();
        BigDecimal basis = settled.basis().getAmount();
        BigDecimal exact = commission
                .earned()
                .getAmount()
                .multiply(kept)
                .multiply(worth)
                .add(adjusted.getAmount().multiply(kept).multiply(basis));
        CurrencyUnit currency = net.getCurrencyUnit();
        Money free = atLeastZero(Money.of(
                currency, exact.divide(basis.multiply(worth), currency.getDecimalPlaces(), RoundingMode.HALF_UP)));
        return free.isGreaterThan(net) ? net : free;
    }

    private static Optional<Movement> settle(Commission before, Settled settled, DealFact fact) {
        if (settled.basis().isZero() && fact.kind() != DealFact.Kind.REVERSAL) {
            return Optional.empty();
        }
        Commission after = due(Draft.of(before), settled, dueDate(before, fact)).commission();
        Money lost = before.net().minus(after.net());
        Money freed = after.released().minus(before.released());
        if (lost.isZero() && freed.isZero()) {
            return noted(before, after, fact);
        }
        if (lost.isNegative()) {
            return Optional.of(Change.of(before, TransactionKind.ADJUSTED, fact.actor())
                    .about(lost.negated())
                    .because(givenBack(fact))
                    .explained(SettlementTexts.takenBack(before, after, settled, fact))
                    .to(after));
        }
        if (freed.isPositive()) {
            return Optional.of(Change.of(before, TransactionKind.SCHEDULED, fact.actor())
                    .about(freed)
                    .because(fact.reason())
                    .explained(SettlementTexts.scheduled(before, settled, fact, freed, dueDate(before, fact)))
                    .to(after));
        }
        if (lost.isZero()) {
            return Optional.of(Change.of(before, TransactionKind.UNSCHEDULED, fact.actor())
                    .about(freed.negated())
                    .because(fact.reason())
                    .explained(SettlementTexts.unscheduled(before, settled, fact, freed.negated()))
                    .to(after));
        }
        boolean whole = after.net().isZero() && before.inPayouts().isZero();
        return Optional.of(Change.of(before, whole ? TransactionKind.VOIDED : TransactionKind.CLAWED_BACK, fact.actor())
                .about(lost)
                .because(fact.reason())
                .explained(SettlementTexts.takenBack(before, after, settled, fact))
                .to(after));
    }

    /** Notes revenue that was lost, or is no longer lost, although the commission stays as it is. */
    private static Optional<Movement> noted(Commission before, Commission after, DealFact fact) {
        Money lost = after.refundedRevenue().minus(before.refundedRevenue());
        return lost.isZero()
                ? Optional.empty()
                : Optional.of(Change.of(before, TransactionKind.REFUND_NOTED, fact.actor())
                        .about(lost.abs())
                        .because(fact.reason())
                        .explained(SettlementTexts.noted(before, after, fact))
                        .to(after));
    }

    /**
     * The day on which what a fact releases becomes payable. Commission that a mistake took away was released before,
     * so it is due when the mistake is put right.
     */
    static LocalDate dueDate(Commission before, DealFact fact) {
        return fact.kind().isVoid()
                ? fact.on()
                : fact.on()
                        .plusDays(
                                before.terms().netDays() + (long) before.terms().holdDays());
    }

    private static String givenBack(DealFact fact) {
        return fact.kind() == DealFact.Kind.PAYMENT ? "The client has paid again what was refunded." : fact.reason();
    }

    private static Settled plus(Settled before, DealFact fact) {
        Money paid = before.paid();
        Money refunded = before.refunded();
        Money reversed = before.reversed();
        Money credited = before.credited();
        switch (fact.kind()) {
            case PAYMENT -> paid = paid.plus(fact.amount());
            case PAYMENT_VOIDED -> paid = paid.minus(fact.amount());
            case REFUND -> refunded = refunded.plus(fact.amount());
            case REFUND_VOIDED -> refunded = refunded.minus(fact.amount());
            case REVERSAL -> reversed = reversed.plus(fact.amount());
            case CREDIT_NOTE -> credited = credited.plus(fact.amount());
            case CREDIT_NOTE_VOIDED -> credited = credited.minus(fact.amount());
        }
        return new Settled(before.facts() + 1, before.basis(), paid, refunded, reversed, credited);
    }

    private static Settled skipped(Settled before) {
        return new Settled(
                before.facts() + 1,
                before.basis(),
                before.paid(),
                before.refunded(),
                before.reversed(),
                before.credited());
    }

    /**
     * Whether a commission waits for the client's payment. The commission of a retainer's payment does not, because
     * it is already paid. A deal without an amount does not either, because it is never paid.
     */
    private static boolean waitsForPayment(Commission commission) {
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
