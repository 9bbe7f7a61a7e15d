package io.entente.commission.commissions.netting;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.Actor;
import java.util.ArrayList;
import java.util.Comparator;
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
        Money rest = debt;
        List<Portion> portions = new ArrayList<>(before.portions());
        int number = portions.stream().mapToInt(Portion::number).max().orElse(0);
        for (Portion portion : longestFirst(before)) {
            Money netted = portion.amount().isGreaterThan(rest) ? rest : portion.amount();
            if (netted.isPositive()) {
                int at = portions.indexOf(portion);
                if (netted.isEqual(portion.amount())) {
                    portions.set(at, portion.to(State.NETTED, null));
                } else {
                    portions.set(at, portion.less(netted));
                    portions.add(new Portion(++number, netted, portion.dueOn(), State.NETTED, null));
                }
                rest = rest.minus(netted);
            }
        }
        Money netted = debt.minus(rest);
        return netted.isZero() ? Optional.empty() : Optional.of(movement(before, debt, netted, portions));
    }

    private static Movement movement(Commission before, Money debt, Money netted, List<Portion> portions) {
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
                .to(Draft.of(before).portions(portions).commission());
    }

    private static List<Portion> longestFirst(Commission commission) {
        return commission.portions().stream()
                .filter(portion -> portion.state() == State.PAYABLE)
                .sorted(Comparator.comparing(Portion::dueOn).thenComparing(Portion::number))
                .toList();
    }
}
