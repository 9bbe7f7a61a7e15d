package io.entente.commission.commissions;

import io.entente.commission.ledger.TransactionKind;
import java.util.List;
import org.joda.money.Money;

/** A movement in the making: what kind, about how much, why, by whom. */
public final class Change {

    private final Commission before;
    private final TransactionKind kind;
    private final String actor;
    private Money amount;
    private String reason = "";
    private List<String> explanation = List.of();

    private Change(Commission before, TransactionKind kind, String actor) {
        this.before = before;
        this.kind = kind;
        this.actor = actor;
        this.amount = before.zero();
    }

    public static Change of(Commission before, TransactionKind kind, String actor) {
        return new Change(before, kind, actor);
    }

    public Change about(Money howMuch) {
        amount = howMuch;
        return this;
    }

    public Change because(String why) {
        reason = why;
        return this;
    }

    public Change explained(List<String> steps) {
        explanation = steps;
        return this;
    }

    /** Leads to a state, which gets the next revision and, where partners are told of it, the next event's number. */
    public Movement to(Commission after) {
        return Movement.between(before, after.next(kind.isTold()), kind, amount, reason, actor, explanation);
    }
}
