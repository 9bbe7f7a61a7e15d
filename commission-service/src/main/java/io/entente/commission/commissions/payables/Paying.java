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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/** Moves the portions of a commission through a payout. Repeating a step changes nothing. */
public final class Paying {

    private Paying() {}

    /** Why a payout does not reach the partner. */
    public enum Ending {
        /** The bank could not pay it. */
        FAILED("failed"),
        /** A person took it out of its batch before the batch was approved. */
        TAKEN_OUT("was taken out of its batch"),
        /** Its batch was cancelled before it was approved. */
        CANCELLED("was cancelled with its batch"),
        /** The amount that it got was too small, or came too late. */
        NOT_PLANNED("was not planned");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        /** Follows the payout's id in an explanation. */
        public String words() {
            return words;
        }
    }

    /** Allocates what is payable by a day to a payout; empty if nothing is payable or the commission is on hold. */
    public static Optional<Movement> allocate(Commission before, String payoutId, LocalDate cutOff, String actor) {
        if (before.isHeld()) {
            return Optional.empty();
        }
        return step(
                before,
                portion -> portion.state() == State.PAYABLE && !portion.dueOn().isAfter(cutOff),
                portion -> portion.to(State.ALLOCATED, payoutId),
                Change.of(before, TransactionKind.ALLOCATED, actor).because("Part of payout " + payoutId + "."),
                moved -> "Of this commission, %s are payable; payout %s takes %s of it."
                        .formatted(Texts.money(before.in(State.PAYABLE)), payoutId, Texts.money(moved)));
    }

    public static Optional<Movement> paid(Commission before, String payoutId, String actor) {
        return step(
                before,
                in(State.ALLOCATED, payoutId),
                portion -> portion.to(State.PAID, payoutId),
                Change.of(before, TransactionKind.PAID, actor).because("Payout " + payoutId + " reached the partner."),
                moved -> "Payout %s paid %s of this commission. With this, %s of it are paid."
                        .formatted(
                                payoutId,
                                Texts.money(moved),
                                Texts.money(before.in(State.PAID).plus(moved))));
    }

    /**
     * Returns what a payout took to what is payable, because it does not reach the partner.
     *
     * @param reason somebody's own words
     */
    public static Optional<Movement> failed(
            Commission before, String payoutId, Ending ending, String reason, String actor) {
        return payableAgain(
                before, State.ALLOCATED, payoutId, ending.words(), TransactionKind.PAYOUT_FAILED, reason, actor);
    }

    public static Optional<Movement> returned(Commission before, String payoutId, String reason, String actor) {
        return payableAgain(before, State.PAID, payoutId, "was returned", TransactionKind.RETURNED, reason, actor);
    }

    /**
     * Returns what a payout was booked to have paid by mistake to what is payable; empty if it is done already.
     *
     * @param reason why the outcome was corrected
     */
    static Optional<Movement> notPaid(Commission before, String payoutId, String reason, String actor) {
        return payableAgain(
                before,
                State.PAID,
                payoutId,
                "did not reach the partner",
                TransactionKind.PAYOUT_FAILED,
                reason,
                actor);
    }

    public static Predicate<Portion> in(State state, String payoutId) {
        return portion -> portion.state() == state && payoutId.equals(portion.payoutId());
    }

    /**
     * A refund in the meantime can leave less of the commission than the payout took. All of it is payable again, and what is owed back
     * is set off by a transaction of its own.
     */
    private static Optional<Movement> payableAgain(
            Commission before,
            State from,
            String payoutId,
            String what,
            TransactionKind kind,
            String reason,
            String actor) {
        return step(
                before,
                in(from, payoutId),
                portion -> portion.to(State.PAYABLE, null),
                Change.of(before, kind, actor).because(reason),
                moved -> "Payout %s %s, so the %s that it took are payable again.%s The commission is %s now."
                        .formatted(
                                payoutId,
                                what,
                                Texts.money(moved),
                                takenBack(before, moved),
                                Texts.money(before.net())));
    }

    private static String takenBack(Commission before, Money moved) {
        Money beside = before.owedBack().minus(before.inPayouts().minus(moved));
        return beside.isPositive()
                ? " Of this, %s was taken back in the meantime and is owed back. What the partner still owes of it is set off."
                        .formatted(Texts.money(MoneyUtils.min(beside, moved)))
                : "";
    }

    private static Optional<Movement> step(
            Commission before,
            Predicate<Portion> which,
            UnaryOperator<Portion> to,
            Change change,
            Function<Money, String> explained) {
        Money moved =
                before.portions().stream().filter(which).map(Portion::amount).reduce(before.zero(), Money::plus);
        if (moved.isZero()) {
            return Optional.empty();
        }
        Commission after = Draft.of(before)
                .each(portion -> which.test(portion) ? to.apply(portion) : portion)
                .commission();
        return Optional.of(
                change.about(moved).explained(List.of(explained.apply(moved))).to(after));
    }
}
