package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.schedule.Schedule;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        for (DealFact fact : FactSums.rest(settled, file)) {
            settled = FactSums.with(settled, fact);
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
        for (DealFact fact : FactSums.rest(known.settled(), file)) {
            Settled settled = FactSums.with(known.settled(), fact);
            Known next = Known.of(file, settled);
            if (settle(before, next, fact, today, Headroom.unlimited()).isPresent()) {
                return known;
            }
            known = next;
        }
        return known;
    }

    private static Optional<Movement> settle(
            Commission before, Known known, DealFact fact, LocalDate today, Headroom headroom) {
        Settled settled = known.settled();
        if (settled.basis().isZero() && fact.kind() != DealFact.Kind.REVERSAL) {
            return Optional.empty();
        }
        Commission after = headroom.limited(before, draft -> Entitlement.due(draft, known, today, LocalDate.MIN));
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
}
