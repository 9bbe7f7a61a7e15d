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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Moves the portions of a commission through a payout. Repeating a step changes nothing. */
public final class Paying {

    private Paying() {}

    /** Allocates what is payable by a day to a payout; empty if nothing is payable or the commission is on hold. */
    public static Optional<Movement> allocate(Commission before, String payoutId, LocalDate cutOff, String actor) {
        if (before.isHeld()) {
            return Optional.empty();
        }
        return step(
                before,
                portion -> portion.state() == State.PAYABLE && !portion.dueOn().isAfter(cutOff),
                State.ALLOCATED,
                payoutId,
                Change.of(before, TransactionKind.ALLOCATED, actor).because("Part of payout " + payoutId + "."));
    }

    public static Optional<Movement> paid(Commission before, String payoutId, String actor) {
        return step(
                before,
                in(State.ALLOCATED, payoutId),
                State.PAID,
                payoutId,
                Change.of(before, TransactionKind.PAID, actor).because("Payout " + payoutId + " reached the partner."));
    }

    public static Optional<Movement> failed(Commission before, String payoutId, String reason, String actor) {
        return step(
                before,
                in(State.ALLOCATED, payoutId),
                State.PAYABLE,
                null,
                Change.of(before, TransactionKind.PAYOUT_FAILED, actor).because(reason));
    }

    public static Optional<Movement> returned(Commission before, String payoutId, String reason, String actor) {
        return step(
                before,
                in(State.PAID, payoutId),
                State.PAYABLE,
                null,
                Change.of(before, TransactionKind.RETURNED, actor).because(reason));
    }

    /**
     * Returns what a payout was booked to have paid by mistake to what is payable; empty if it is done already.
     *
     * @param reason why the outcome was corrected
     */
    static Optional<Movement> notPaid(Commission before, String payoutId, String reason, String actor) {
        return step(
                before,
                in(State.PAID, payoutId),
                State.PAYABLE,
                null,
                Change.of(before, TransactionKind.PAYOUT_FAILED, actor).because(reason));
    }

    /**
     * Books payable money as paid by a payout that was booked as failed or returned by mistake. A hold doesn't prevent
     * it, because the partner has the money.
     *
     * @param most the amount that this commission has to give; it gives less if less is payable
     */
    static Optional<Movement> paidAfterAll(
            Commission before, String payoutId, Money most, String reason, String actor) {
        Commission after =
                Draft.of(before).payableTo(State.PAID, payoutId, most).commission();
        Money moved = before.in(State.PAYABLE).minus(after.in(State.PAYABLE));
        return moved.isZero()
                ? Optional.empty()
                : Optional.of(Change.of(before, TransactionKind.PAID, actor)
                        .because(reason)
                        .about(moved)
                        .explained(List.of("Payout %s reached the partner after all: %s of %s."
                                .formatted(payoutId, Texts.money(moved), Texts.money(before.net()))))
                        .to(after));
    }

    public static Predicate<Portion> in(State state, String payoutId) {
        return portion -> portion.state() == state && payoutId.equals(portion.payoutId());
    }

    private static Optional<Movement> step(
            Commission before, Predicate<Portion> which, State to, @Nullable String payoutId, Change change) {
        Money moved =
                before.portions().stream().filter(which).map(Portion::amount).reduce(before.zero(), Money::plus);
        if (moved.isZero()) {
            return Optional.empty();
        }
        Commission after = Draft.of(before)
                .each(portion -> which.test(portion) ? portion.to(to, payoutId) : portion)
                .commission();
        return Optional.of(change.about(moved)
                .explained(List.of("%s of %s.".formatted(Texts.money(moved), Texts.money(before.net()))))
                .to(after));
    }
}
