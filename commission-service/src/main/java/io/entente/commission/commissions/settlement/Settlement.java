package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.schedule.Reschedule;
import io.entente.commission.commissions.schedule.Schedule;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
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
 * Computes what a client's payment, a refund or a reversal does to a commission. Each figure is computed from
 * cumulative amounts, rounded once, less what was settled before. Instalments therefore release exactly the whole
 * amount, refunds never take back more than there is, and the order of the facts does not affect the final result.
 */
public final class Settlement {

    private Settlement() {}

    /**
     * What is known of a deal's facts.
     *
     * @param kept the payments that the money belongs to that the firm keeps; only needed if the commission waits for payments
     */
    public record Known(Settled settled, KeptMoney kept) {

        /** Returns what a commission has settled; without payments if the file is null. */
        public static Known of(@Nullable DealFile file, Settled settled) {
            return new Known(settled, file == null ? KeptMoney.none() : KeptMoney.of(file, settled));
        }
    }

    /**
     * Settles the next facts of a deal's file, up to and including the first that changes the commission.
     *
     * @return empty if no further fact changes the commission
     */
    public static Optional<Movement> next(Commission before, DealFile file, LocalDate today) {
        return next(before, file, today, Headroom.unlimited());
    }

    /** @param headroom how much more the commission may earn */
    public static Optional<Movement> next(Commission before, DealFile file, LocalDate today, Headroom headroom) {
        Settled settled = before.settled();
        for (DealFact fact : rest(settled, file)) {
            settled = with(settled, fact);
            Optional<Movement> movement = settle(before, Known.of(file, settled), fact, today, headroom);
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
    public static Known known(Commission before, DealFile file, LocalDate today) {
        Known known = Known.of(file, before.settled());
        for (DealFact fact : rest(known.settled(), file)) {
            Settled settled = with(known.settled(), fact);
            Known next = Known.of(file, settled);
            if (settle(before, next, fact, today, Headroom.unlimited()).isPresent()) {
                return known;
            }
            known = next;
        }
        return known;
    }

    /** Returns what became of a deal with an amount after all its facts. */
    static Settled all(Money basis, DealFile file) {
        Settled settled = Settled.nothing(basis);
        for (DealFact fact : file.facts()) {
            settled = with(settled, fact);
        }
        return settled;
    }

    private static List<DealFact> rest(Settled settled, DealFile file) {
        int first = Math.min(settled.facts(), file.facts().size());
        return file.facts().subList(first, file.facts().size());
    }

    private static Settled with(Settled settled, DealFact fact) {
        return fact.amount().isSameCurrency(settled.basis()) ? plus(settled, fact) : skipped(settled);
    }

    /**
     * Computes the total that the partner is entitled to, what of it is released, and when that is payable. All follow from what
     * counts of the facts alone, so they do not depend on the order in which the facts were recorded.
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

    private static Optional<Movement> settle(
            Commission before, Known known, DealFact fact, LocalDate today, Headroom headroom) {
        Settled settled = known.settled();
        if (settled.basis().isZero() && fact.kind() != DealFact.Kind.REVERSAL) {
            return Optional.empty();
        }
        Commission after = headroom.limited(before, draft -> due(draft, known, today, LocalDate.MIN));
        if (Headroom.hasLimited(before, after)) {
            return limited(before, after, settled, fact, headroom);
        }
        Money lost = before.net().minus(after.net());
        Money freed = after.released().minus(before.released());
        if (lost.isZero() && freed.isZero()) {
            return isMoved(before, after) ? moved(before, after, settled, fact) : noted(before, after, fact);
        }
        if (lost.isNegative()) {
            return Optional.of(Change.of(before, TransactionKind.ADJUSTED, fact.actor())
                    .by(fact)
                    .about(lost.negated())
                    .because(givenBack(fact))
                    .explained(SettlementTexts.givenBack(before, after, settled, fact))
                    .to(after));
        }
        if (freed.isPositive()) {
            return Optional.of(Change.of(before, TransactionKind.SCHEDULED, fact.actor())
                    .by(fact)
                    .about(freed)
                    .because(fact.because())
                    .explained(SettlementTexts.scheduled(before, after, settled, fact))
                    .to(after));
        }
        if (lost.isZero()) {
            return Optional.of(Change.of(before, TransactionKind.UNSCHEDULED, fact.actor())
                    .by(fact)
                    .about(freed.negated())
                    .because(fact.because())
                    .explained(SettlementTexts.unscheduled(before, settled, fact, freed.negated()))
                    .to(after));
        }
        boolean whole = after.net().isZero() && before.inPayouts().isZero();
        return Optional.of(Change.of(before, whole ? TransactionKind.VOIDED : TransactionKind.CLAWED_BACK, fact.actor())
                .by(fact)
                .about(lost)
                .because(fact.because())
                .explained(SettlementTexts.takenBack(before, after, settled, fact))
                .to(after));
    }

    /** Gives back what the yearly cap has left, and says so even if that is nothing. */
    private static Optional<Movement> limited(
            Commission before, Commission after, Settled settled, DealFact fact, Headroom headroom) {
        List<String> steps = new ArrayList<>(SettlementTexts.givenBack(before, after, settled, fact));
        steps.addAll(headroom.explanation(before, after));
        Money more = after.net().minus(before.net());
        TransactionKind kind = more.isZero() ? TransactionKind.REFUND_NOTED : TransactionKind.ADJUSTED;
        return Optional.of(Change.of(before, kind, fact.actor())
                .by(fact)
                .about(
                        more.isZero()
                                ? after.refundedRevenue()
                                        .minus(before.refundedRevenue())
                                        .abs()
                                : more)
                .because(headroom.because(after))
                .explained(steps)
                .to(after));
    }

    private static boolean isMoved(Commission before, Commission after) {
        return !before.portions().equals(after.portions());
    }

    /**
     * Moves what is released to the days of other payments, because a payment was voided that had more than the deal's amount
     * beside it, or came before others that were recorded first.
     */
    private static Optional<Movement> moved(Commission before, Commission after, Settled settled, DealFact fact) {
        Money waits = before.in(State.PAYABLE).minus(after.in(State.PAYABLE));
        TransactionKind kind = waits.isPositive() ? TransactionKind.UNSCHEDULED : TransactionKind.SCHEDULED;
        Money about = days(after).beyond(days(before)).values().stream().reduce(before.zero(), Money::plus);
        return Optional.of(Change.of(before, kind, fact.actor())
                .by(fact)
                .about(waits.isPositive() ? waits : about)
                .because(fact.because())
                .explained(SettlementTexts.moved(before, after, settled, fact))
                .to(after));
    }

    /** Returns the days of everything that was released. */
    static Schedule days(Commission commission) {
        return Schedule.of(commission.zero(), commission.portions());
    }

    /** Notes revenue that was lost, or is no longer lost, although the commission stays as it is. */
    private static Optional<Movement> noted(Commission before, Commission after, DealFact fact) {
        Money lost = after.refundedRevenue().minus(before.refundedRevenue());
        return lost.isZero()
                ? Optional.empty()
                : Optional.of(Change.of(before, TransactionKind.REFUND_NOTED, fact.actor())
                        .by(fact)
                        .about(lost.abs())
                        .because(fact.because())
                        .explained(SettlementTexts.noted(before, after, fact))
                        .to(after));
    }

    private static Because givenBack(DealFact fact) {
        return fact.kind() == DealFact.Kind.PAYMENT
                ? Because.of(Code.PAID_AGAIN, "The client has paid again what was refunded.")
                : fact.because();
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
