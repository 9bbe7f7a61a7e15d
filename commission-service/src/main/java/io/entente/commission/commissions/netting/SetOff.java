package io.entente.commission.commissions.netting;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.Actor;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Sets off what is payable of a commission against a debt. The portion that has been payable longest comes first. */
final class SetOff {

    private SetOff() {}

    /**
     * Creates the movement that nets a debt.
     *
     * @param debt what the partner owes back in the currency of the commission, of all its commissions
     * @return empty if nothing is owed, nothing is payable or the commission is on hold
     */
    static Optional<Movement> of(Commission before, Money debt) {
        if (before.isHeld() || !debt.isPositive()) {
            return Optional.empty();
        }
        Commission after = Draft.of(before).payableTo(State.NETTED, null, debt).commission();
        Money netted = before.in(State.PAYABLE).minus(after.in(State.PAYABLE));
        return netted.isZero() ? Optional.empty() : Optional.of(movement(before, debt, netted, after));
    }

    private static Movement movement(Commission before, Money debt, Money netted, Commission after) {
        return Change.of(before, TransactionKind.NETTED, Actor.SYSTEM.value())
                .about(netted)
                .because("The amount is set off against what the partner owes back.")
                .explained(List.of(
                        "The partner owed back %s. Of the %s that were payable, %s are set off against it, so the partner owes %s."
                                .formatted(
                                        Texts.money(debt),
                                        Texts.money(before.in(State.PAYABLE)),
                                        Texts.money(netted),
                                        Texts.money(debt.minus(netted)))))
                .to(after);
    }
}
