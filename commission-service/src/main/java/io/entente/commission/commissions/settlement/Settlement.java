package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        int first = Math.min(settled.facts(), file.facts().size());
        List<DealFact> rest = file.facts().subList(first, file.facts().size());
        boolean ofRetainer = before.deal().payment() != null;
        for (int i = 0; i < rest.size(); i++) {
            DealFact fact = rest.get(i);
            settled = fact.amount().isSameCurrency(settled.basis()) ? plus(settled, before, fact) : skipped(settled);
            // A refund on a retainer is a fraction of all its payments, so all of them must be known first.
            if (!ofRetainer || i == rest.size() - 1) {
                Optional<Movement> movement = settle(before, settled, fact);
                if (movement.isPresent()) {
                    return movement;
                }
            }
        }
        return Optional.empty();
    }

    /** Computes the totals that payments, refunds and reversals release and take back. */
    public static Draft due(Draft draft, Settled settled, LocalDate due) {
        Commission commission = draft.commission();
        Money gross = commission.earned().plus(commission.adjusted());
        Money undone = part(commission.earned(), settled.undone(), settled.basis());
        Money clawedBack = undone.isGreaterThan(gross) ? gross : undone;
        Money net = gross.minus(clawedBack);
        Money free = waitsForPayment(commission) ? part(gross, settled.kept(), settled.basis()) : net;
        return draft.settled(settled, clawedBack).released(free.isGreaterThan(net) ? net : free, due);
    }

    private static Optional<Movement> settle(Commission before, Settled settled, DealFact fact) {
        LocalDate due = fact.on()
                .plusDays(before.terms().netDays() + (long) before.terms().holdDays());
        Commission after = due(Draft.of(before), settled, due).commission();
        Money lost = before.net().minus(after.net());
        Money freed = after.released().minus(before.released());
        if (lost.isZero() && freed.isZero()) {
            return Optional.empty();
        }
        if (lost.isNegative()) {
            return Optional.of(Change.of(before, TransactionKind.ADJUSTED, fact.actor())
                    .about(lost.negated())
                    .because("The refund is now a smaller part of everything that the client has paid.")
                    .explained(takenBack(before, after, settled, fact))
                    .to(after));
        }
        if (freed.isPositive()) {
            return Optional.of(Change.of(before, TransactionKind.SCHEDULED, fact.actor())
                    .about(freed)
                    .because(fact.reason())
                    .explained(scheduled(before, settled, fact, freed, due))
                    .to(after));
        }
        boolean whole = after.net().isZero() && before.inPayouts().isZero();
        Money taken = lost.isGreaterThan(freed.negated()) ? lost : freed.negated();
        return Optional.of(Change.of(before, whole ? TransactionKind.VOIDED : TransactionKind.CLAWED_BACK, fact.actor())
                .about(taken)
                .because(fact.reason())
                .explained(takenBack(before, after, settled, fact))
                .to(after));
    }

    private static Settled plus(Settled before, Commission commission, DealFact fact) {
        Money paid = before.paid();
        Money refunded = before.refunded();
        Money reversed = before.reversed();
        switch (fact.kind()) {
            case PAYMENT -> paid = paid.plus(fact.amount());
            case REFUND -> refunded = refunded.plus(fact.amount());
            case REVERSAL -> reversed = reversed.plus(fact.amount());
        }
        Money basis = commission.deal().payment() == null ? before.basis() : paid;
        return new Settled(before.facts() + 1, basis, paid, refunded, reversed);
    }

    private static Settled skipped(Settled before) {
        return new Settled(before.facts() + 1, before.basis(), before.paid(), before.refunded(), before.reversed());
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

    private static List<String> scheduled(
            Commission before, Settled settled, DealFact fact, Money freed, LocalDate due) {
        return List.of(
                "The client paid %s on %s (payment %s). It has paid %s of %s in total, less %s refunded."
                        .formatted(
                                Texts.money(fact.amount()),
                                fact.on(),
                                fact.id(),
                                Texts.money(settled.paid()),
                                Texts.money(settled.basis()),
                                Texts.money(settled.refunded())),
                "This releases %s in total, of which %s were released before: %s more."
                        .formatted(
                                Texts.money(before.released().plus(freed)),
                                Texts.money(before.released()),
                                Texts.money(freed)),
                "It is payable on %s, after %d net days and %d hold days."
                        .formatted(due, before.terms().netDays(), before.terms().holdDays()));
    }

    private static List<String> takenBack(Commission before, Commission after, Settled settled, DealFact fact) {
        return List.of(
                "%s of %s on %s (%s): %s of %s are undone in total."
                        .formatted(
                                Texts.name(fact.kind()),
                                Texts.money(fact.amount()),
                                fact.on(),
                                fact.id(),
                                Texts.money(settled.undone()),
                                Texts.money(settled.basis())),
                "The same fraction of %s is %s, of which %s were taken back before."
                        .formatted(
                                Texts.money(before.earned()),
                                Texts.money(after.clawedBack()),
                                Texts.money(before.clawedBack())),
                "The partner keeps %s. It owes back %s that had been allocated to a payout."
                        .formatted(Texts.money(after.net()), Texts.money(after.owedBack())));
    }
}
