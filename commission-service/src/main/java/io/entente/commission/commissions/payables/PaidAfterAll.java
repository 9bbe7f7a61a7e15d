package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.ledger.TransactionKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * Books what a payout took of a commission as paid, although the payout was booked as failed or returned. A hold doesn't prevent it,
 * because the partner has the money. The money is looked for in the order of {@link Source}. If it was set off or taken back since, the
 * partner owes it, as if the payout had never been booked as failed.
 *
 * @param part what the payout took of the commission
 * @param reason why the outcome was corrected
 */
record PaidAfterAll(String payoutId, Money part, OtherPayouts others, String reason, String actor) {

    /** What became of money that a payout took and that came back. */
    enum Source {
        PAYABLE("%2$s of it were payable."),
        /** Set off against a debt, which is owed again. */
        NETTED("%2$s of it had been set off in the meantime, and the partner owes them again."),
        /** Lost by a refund or a reversal, or waiting for a payment of the client again. */
        TAKEN_BACK("%2$s of it had been taken back in the meantime, so the partner owes them.");

        private final String sentence;

        Source(String sentence) {
            this.sentence = sentence;
        }

        private String explained(String payoutId, Money moved) {
            return ("Payout %1$s reached the partner after all. " + sentence).formatted(payoutId, Texts.money(moved));
        }
    }

    /**
     * Moves money of a source to the payout.
     *
     * @param goal what the payout has paid of the commission afterwards; less if the source has less
     * @return empty if the source has nothing, or the goal is reached
     */
    Optional<Movement> from(Source source, Commission now, Money goal) {
        Money moved = MoneyUtils.min(goal.minus(paid(now)), available(source, now));
        if (!moved.isPositive()) {
            return Optional.empty();
        }
        Draft draft = Draft.of(now);
        Draft after =
                switch (source) {
                    case PAYABLE -> draft.payableTo(State.PAID, payoutId, moved);
                    case NETTED -> draft.nettedTo(State.PAID, payoutId, moved);
                    case TAKEN_BACK -> draft.paidBeyond(moved, lastDay(now), payoutId);
                };
        return Optional.of(Change.of(now, TransactionKind.PAID, actor)
                .because(reason)
                .about(moved)
                .explained(List.of(source.explained(payoutId, moved)))
                .to(after.commission()));
    }

    /** What the payout has paid of a commission. */
    Money paid(Commission now) {
        return now.portions().stream()
                .filter(Paying.in(State.PAID, payoutId))
                .map(Portion::amount)
                .reduce(now.zero(), Money::plus);
    }

    /** The part that other payouts have taken since, so that it can't be booked as paid a second time. */
    Money taken(Commission now) {
        Money gone = part.minus(paid(now)).minus(now.in(State.PAYABLE));
        return gone.isPositive() ? MoneyUtils.min(gone, others.took(now)) : now.zero();
    }

    private Money available(Source source, Commission now) {
        if (source == Source.PAYABLE) {
            return now.in(State.PAYABLE);
        }
        Money gone = part.minus(paid(now)).minus(now.in(State.PAYABLE)).minus(taken(now));
        return source == Source.NETTED ? MoneyUtils.min(gone, now.in(State.NETTED)) : gone;
    }

    private static LocalDate lastDay(Commission now) {
        return now.portions().stream()
                .map(Portion::dueOn)
                .max(Comparator.naturalOrder())
                .orElse(now.deal().earnedOn());
    }
}
