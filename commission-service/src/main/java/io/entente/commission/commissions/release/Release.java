package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/** Releases what is due, and puts commission on hold. */
public final class Release {

    private Release() {}

    /** Makes payable what is due by a day; empty if nothing is due or the commission is on hold. */
    public static Optional<Movement> due(Commission before, LocalDate today, String actor) {
        if (before.isHeld()) {
            return Optional.empty();
        }
        Commission after = Draft.of(before)
                .each(portion ->
                        portion.state() == State.PENDING && !portion.dueOn().isAfter(today)
                                ? portion.to(State.PAYABLE, null)
                                : portion)
                .commission();
        Money released = after.in(State.PAYABLE).minus(before.in(State.PAYABLE));
        if (released.isZero()) {
            return Optional.empty();
        }
        return Optional.of(Change.of(before, TransactionKind.RELEASED, actor)
                .about(released)
                .because("The due date was reached.")
                .explained(List.of("%s are due by %s, so they are payable. The commission is %s."
                        .formatted(Texts.money(released), today, Texts.money(before.net()))))
                .to(after));
    }

    /**
     * Puts on hold what is not paid yet. What a payout has taken stays in it, because a payout doesn't change after it was planned; it can be
     * taken out of its batch, and is on hold then.
     */
    public static Decision<Optional<Movement>> hold(Commission before, Hold hold, String actor) {
        if (before.holds().contains(hold)) {
            return Decision.allowed(Optional.empty());
        }
        Money unpaid = free(before).plus(before.in(State.ALLOCATED));
        if (!unpaid.isPositive()) {
            return Decision.rejected(
                    "Nothing of this commission is left to put on hold, because it is %s.".formatted(before.status()));
        }
        List<Hold> holds = new ArrayList<>(before.holds());
        holds.removeIf(other -> other.kind() == hold.kind());
        holds.add(hold);
        return Decision.allowed(Optional.of(Change.of(before, TransactionKind.HELD, actor)
                .about(unpaid)
                .because(hold.reason())
                .explained(explained(before, unpaid, hold))
                .to(Draft.of(before).holds(holds).commission())));
    }

    private static List<String> explained(Commission before, Money unpaid, Hold hold) {
        List<String> steps = new ArrayList<>();
        steps.add("%s that are not paid yet are on hold: %s".formatted(Texts.money(unpaid), hold.reason()));
        if (before.in(State.ALLOCATED).isPositive()) {
            String payouts = before.portions().stream()
                    .filter(portion -> portion.state() == State.ALLOCATED)
                    .map(Portion::payoutId)
                    .distinct()
                    .collect(Collectors.joining(", "));
            steps.add(
                    "Of this, %s are in payout %s. The hold doesn't stop it, but it can be taken out of its batch until the batch is approved."
                            .formatted(Texts.money(before.in(State.ALLOCATED)), payouts));
        }
        return List.copyOf(steps);
    }

    /** What no payout has. */
    private static Money free(Commission commission) {
        Money left = commission.net().minus(commission.inPayouts()).plus(commission.owedBack());
        return MoneyUtils.max(commission.zero(), left);
    }

    /** Lifts the holds of a kind; empty if there are none. */
    public static Optional<Movement> lift(Commission before, Hold.Kind kind, String reason, String actor) {
        List<Hold> left =
                before.holds().stream().filter(hold -> hold.kind() != kind).toList();
        if (left.size() == before.holds().size()) {
            return Optional.empty();
        }
        return Optional.of(Change.of(before, TransactionKind.HOLD_LIFTED, actor)
                .about(free(before))
                .because(reason)
                .explained(List.of("The %s hold was lifted: %s".formatted(kind, reason)))
                .to(Draft.of(before).holds(left).commission()));
    }
}
